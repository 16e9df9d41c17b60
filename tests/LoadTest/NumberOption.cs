using System.CommandLine;
using System.Globalization;

namespace Platform.LoadTest;

/// <summary>An option that is a number within bounds.</summary>
internal sealed class NumberOption<T> : Option<T>
    where T : IComparable<T>
{
    private readonly T _least;
    private readonly T _most;

    public NumberOption(string name, string description, T standard, T least, T most)
        : base(name)
    {
        Description = description;
        DefaultValueFactory = _ => standard;
        (_least, _most) = (least, most);
    }

    /// <exception cref="FormatException">It is out of its bounds.</exception>
    public T In(ParseResult parsed)
    {
        var value = parsed.GetValue(this)!;
        return value.CompareTo(_least) >= 0 && value.CompareTo(_most) <= 0
            ? value
            : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"{Name} must be from {_least} to {_most}."));
    }
}
