using System.Globalization;
using System.Text.RegularExpressions;
using Platform.Api.Errors;

namespace Platform.Api.Http;

/// <summary>
/// Checks the fields of one request and remembers all that are wrong; <see cref="ThrowIfInvalid"/> then answers for them together. Methods
/// return the value to go on with, which is meaningless once something was wrong. Lengths count code points, as people count characters.
/// </summary>
public sealed partial class Validation
{
    private readonly List<FieldError> _errors = [];

    /// <summary>What is wrong so far.</summary>
    public IReadOnlyList<FieldError> Errors => _errors;

    public void ThrowIfInvalid()
    {
        if (_errors.Count > 0) throw new ApiException(ApiError.Invalid(_errors));
    }

    public void Add(string field, string message, string type) => _errors.Add(new(field, message, type));

    /// <summary>A required text of bounded length, trimmed.</summary>
    public string Text(string? value, string field, int min, int max) => Length(value?.Trim(), field, min, max);

    /// <summary>A required text of bounded length, to the letter.</summary>
    public string Length(string? value, string field, int min, int max)
    {
        var name = Name(field);
        if (value is null) Add(field, $"{name} is required.", "missing");
        else if (Count(value) is var length && length < min)
            Add(field, min == 1 ? $"{name} must not be empty." : $"{name} must have at least {min} characters.", "string_too_short");
        else if (length > max) Add(field, $"{name} must have at most {max} characters.", "string_too_long");
        return value ?? "";
    }

    /// <summary>An email of the form a@b.c, trimmed, without the characters that addresses in mails have a use for.</summary>
    public string Email(string? value, string field)
    {
        var email = Text(value, field, 1, 254);
        if (email.Length > 0 && !EmailForm().IsMatch(email)) Add(field, "This is not a valid email address.", "value_error");
        return email;
    }

    public string Username(string? value, string field)
    {
        var username = Text(value, field, 3, 20);
        if (username.Length > 0 && !UsernameForm().IsMatch(username))
            Add(field, "A username has only letters, digits, _ and -.", "string_pattern_mismatch");
        return username;
    }

    /// <summary>An absolute http or https address. What it stands for need not be there.</summary>
    public string WebAddress(string? value, string field)
    {
        var address = Text(value, field, 1, 2000);
        if (address.Length > 0 && !(Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
            Add(field, $"{Name(field)} must be an http or https address.", "url_parsing");
        return address;
    }

    public string OneOf(string? value, string field, IReadOnlyCollection<string> allowed)
    {
        if (value is null) Add(field, $"{Name(field)} is required.", "missing");
        else if (!allowed.Contains(value)) Add(field, $"{Name(field)} must be one of {string.Join(", ", allowed)}.", "enum");
        return value ?? "";
    }

    /// <summary>A whole number of a query, with a default where it isn't given.</summary>
    public int Number(string? value, string field, int @default, int min, int max)
    {
        if (string.IsNullOrEmpty(value)) return @default;
        if (!int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            Add(field, $"{Name(field)} must be a whole number.", "int_parsing");
        else if (number < min || number > max) Add(field, $"{Name(field)} must be between {min} and {max}.", "out_of_range");
        return number;
    }

    /// <summary>A required value of a body.</summary>
    public T Given<T>(T? value, string field) where T : struct
    {
        if (value is null) Add(field, $"{Name(field)} is required.", "missing");
        return value ?? default;
    }

    /// <summary>A required whole number of a body.</summary>
    public int InRange(int? value, string field, int min, int max)
    {
        if (value < min || value > max) Add(field, $"{Name(field)} must be between {min} and {max}.", "out_of_range");
        return Given(value, field);
    }

    private static int Count(string value)
    {
        var count = 0;
        foreach (var _ in value.EnumerateRunes()) count++;
        return count;
    }

    /// <summary><c>body.confirm_password</c> is shown as "Confirm password".</summary>
    private static string Name(string field)
    {
        var name = field[(field.LastIndexOf('.') + 1)..].Replace('_', ' ');
        return char.ToUpperInvariant(name[0]) + name[1..];
    }

    [GeneratedRegex(@"^[^@\s\p{C}<>()\[\],;:\\""]+@[^@\s\p{C}<>()\[\],;:\\""]+\.[^@\s.\p{C}<>()\[\],;:\\""]+$")]
    private static partial Regex EmailForm();

    [GeneratedRegex("^[A-Za-z0-9_-]+$")]
    private static partial Regex UsernameForm();
}
