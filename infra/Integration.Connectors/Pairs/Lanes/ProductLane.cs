using Integration.Connectors.Ports;

namespace Integration.Connectors.Pairs.Lanes;

/// <summary>Products and prices, both ways.</summary>
public sealed record ProductLane
{
    private const string Switch = "Write true or false.";
    private const string OwnerFix = "Write \"erp\", \"storefront\" or \"shared\".";
    private const int CurrencyLength = 3;

    private static readonly IReadOnlyDictionary<string, FieldOwner> Usual = ProductFields.All.ToDictionary(field => field, field => field switch
    {
        ProductFields.Price or ProductFields.Prices or ProductFields.Weight or ProductFields.Barcode or ProductFields.Variants => FieldOwner.Erp,
        // What the ERP closes is closed in the shop; what the shop's staff close themselves stays so until the ERP's own word changes.
        ProductFields.Enabled => FieldOwner.Shared,
        _ => FieldOwner.Storefront,
    });

    /// <summary>Changes in the ERP are written to the storefront.</summary>
    public bool ToStore { get; init; } = true;

    /// <summary>Changes in the storefront are written to the ERP.</summary>
    public bool ToErp { get; init; }

    /// <summary>Which items of the ERP are made in the storefront when it lacks them.</summary>
    public NewProducts Create { get; init; } = NewProducts.Exported;

    /// <summary>A product that the ERP lacks is made there, if <see cref="ToErp"/>; else it is only told.</summary>
    public bool NewInErp { get; init; }

    /// <summary>ISO 4217 code of the currency in which both sides keep their prices; null carries no prices for groups and quantities.</summary>
    public string? Currency { get; init; }

    /// <summary>Who decides each of <see cref="ProductFields"/>.</summary>
    public IReadOnlyDictionary<string, FieldOwner> Owners { get; init; } = Usual;

    /// <summary>Reads the lane's section of a pair file.</summary>
    internal static ProductLane Read(StrictSection section)
    {
        var lane = new ProductLane
        {
            ToStore = section.Flag("toStore", Switch) ?? true,
            ToErp = section.Flag("toErp", Switch) ?? false,
            NewInErp = section.Flag("newInErp", Switch) ?? false,
            Create = New(section),
            Currency = Money(section),
            Owners = ReadOwners(section),
        };
        section.NothingElse();
        return lane;
    }

    private static NewProducts New(StrictSection section)
    {
        const string fix = "Write \"exported\" (items that are marked so in the ERP), \"all\" or \"none\".";
        return section.OptionalText("create", fix) switch
        {
            null or "exported" => NewProducts.Exported,
            "all" => NewProducts.All,
            "none" => NewProducts.None,
            _ => throw section.Wrong("create", "The value is not known.", fix),
        };
    }

    private static string? Money(StrictSection section)
    {
        const string fix = "Write the ISO 4217 code, such as \"EUR\".";
        var code = section.OptionalText("currency", fix);
        return code is null || (code.Length == CurrencyLength && code.All(char.IsAsciiLetterUpper)) ? code : throw section.Wrong("currency", "It is no currency's code.", fix);
    }

    private static Dictionary<string, FieldOwner> ReadOwners(StrictSection section)
    {
        var owners = new Dictionary<string, FieldOwner>(Usual, StringComparer.Ordinal);
        foreach (var (field, owner) in section.Texts("owners", "Write \"owners\": { \"name\": \"erp\" }."))
        {
            if (!owners.ContainsKey(field)) throw section.Wrong($"owners.{field}", "There is no such field.", $"Use one of: {string.Join(", ", ProductFields.All)}.");
            owners[field] = owner switch
            {
                "erp" => FieldOwner.Erp,
                "storefront" => FieldOwner.Storefront,
                "shared" => FieldOwner.Shared,
                _ => throw section.Wrong($"owners.{field}", $"'{owner}' is nobody who can own a field.", OwnerFix),
            };
        }

        return owners;
    }
}
