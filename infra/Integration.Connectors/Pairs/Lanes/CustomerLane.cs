using Integration.Contracts.Customers;

namespace Integration.Connectors.Pairs.Lanes;

/// <summary>Customer accounts, both ways.</summary>
public sealed record CustomerLane
{
    private static readonly IReadOnlyDictionary<string, FieldOwner> Usual = CustomerFields.All.ToDictionary(field => field, field => field switch
    {
        // The shop's log-in; and the prices that a customer gets.
        CustomerFields.Email => FieldOwner.Storefront,
        CustomerFields.Group => FieldOwner.Erp,
        // Who may not buy on credit may still have an account: neither side may lock the other's out unasked.
        CustomerFields.Active => FieldOwner.Storefront,
        _ => FieldOwner.Shared,
    });

    /// <summary>Accounts of the storefront are made and changed in the ERP.</summary>
    public bool ToErp { get; init; } = true;

    /// <summary>Changes in the ERP are written to the accounts that are known there.</summary>
    public bool ToStore { get; init; } = true;

    /// <summary>A customer of the ERP with an e-mail and no account gets one.</summary>
    public bool NewInStore { get; init; }

    /// <summary>True: a guest becomes a customer by e-mail even where the ERP's connection has one customer for all guests.</summary>
    public bool GuestsByEmail { get; init; }

    /// <summary>Whose value counts where two filled-in values differ when a customer is met for the first time.</summary>
    public FieldOwner FirstMeeting { get; init; } = FieldOwner.Shared;

    /// <summary>Who decides each of <see cref="CustomerFields"/>.</summary>
    public IReadOnlyDictionary<string, FieldOwner> Owners { get; init; } = Usual;

    /// <summary>Reads the lane's section of a pair file.</summary>
    internal static CustomerLane Read(StrictSection section)
    {
        const string flag = "Write true or false.";
        var lane = new CustomerLane
        {
            ToErp = section.Flag("toErp", flag) ?? true,
            ToStore = section.Flag("toStore", flag) ?? true,
            NewInStore = section.Flag("newInStore", flag) ?? false,
            GuestsByEmail = Guests(section),
            FirstMeeting = Owner(section, "firstMeeting", section.OptionalText("firstMeeting", OwnerFix)) ?? FieldOwner.Shared,
            Owners = ReadOwners(section),
        };
        section.NothingElse();
        return lane;
    }

    private const string OwnerFix = "Write \"shared\", \"storefront\" or \"erp\".";

    private static bool Guests(StrictSection section)
    {
        const string fix = "Write \"erp\" (as the ERP's connection says) or \"byEmail\".";
        return section.OptionalText("guests", fix) switch
        {
            null or "erp" => false,
            "byEmail" => true,
            _ => throw section.Wrong("guests", "The value is not known.", fix),
        };
    }

    private static Dictionary<string, FieldOwner> ReadOwners(StrictSection section)
    {
        var owners = new Dictionary<string, FieldOwner>(Usual, StringComparer.Ordinal);
        foreach (var (field, owner) in section.Texts("owners", "Write \"owners\": { \"phone\": \"shared\" }."))
        {
            if (!owners.ContainsKey(field)) throw section.Wrong($"owners.{field}", "There is no such field.", $"Use one of: {string.Join(", ", CustomerFields.All)}.");
            owners[field] = Owner(section, $"owners.{field}", owner)!.Value;
        }

        return owners;
    }

    private static FieldOwner? Owner(StrictSection section, string key, string? text) => text switch
    {
        null => null,
        "shared" => FieldOwner.Shared,
        "storefront" => FieldOwner.Storefront,
        "erp" => FieldOwner.Erp,
        _ => throw section.Wrong(key, $"'{text}' is nobody who can own a field.", OwnerFix),
    };
}
