using System.Text.Json;
using System.Text.Json.Serialization;

namespace Platform.Billing;

/// <summary>The plans of a product, the cheapest first: one file each in <c>Billing/Plans</c>.</summary>
/// <param name="Allowance">How a month's allowance comes.</param>
public sealed record PlanCatalogue(AllowanceStyle Allowance, IReadOnlyList<Plan> Plans)
{
    /// <summary>ISO 4217.</summary>
    public const string Currency = "USD";

    public const string Interval = "month";

    private static readonly Dictionary<string, PlanCatalogue> ByProduct =
        new[] { Products.FigureForge, Products.MascotForge, Products.NeuroTamagotchi }.ToDictionary(product => product, Read);

    public Plan Free => Plans[0];

    /// <summary>What can be bought.</summary>
    public IEnumerable<Plan> Paid => Plans.Where(plan => !plan.IsFree);

    /// <summary>The catalogue of a product, or null where nothing is for sale by plan.</summary>
    public static PlanCatalogue? Find(string product) => ByProduct.GetValueOrDefault(product);

    /// <exception cref="KeyNotFoundException">The product has no plans.</exception>
    public static PlanCatalogue Of(string product) => ByProduct[product];

    /// <summary>The plan of this id, or null.</summary>
    public Plan? this[string? id] => Plans.FirstOrDefault(plan => plan.Id == id);

    private static PlanCatalogue Read(string product)
    {
        using var file = typeof(PlanCatalogue).Assembly.GetManifestResourceStream($"plans.{product}.json")!;
        var catalogue = JsonSerializer.Deserialize(file, PlanJson.Default.PlanCatalogue)!;
        return catalogue.Plans is [{ Id: Plan.FreeId, IsFree: true }, ..] && catalogue.Plans.Skip(1).All(plan => plan.Price > 0)
            ? catalogue
            : throw new InvalidDataException($"The catalogue of {product} must begin with the free plan, the only one without a price.");
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(PlanCatalogue))]
internal sealed partial class PlanJson : JsonSerializerContext;
