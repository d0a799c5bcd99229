using System.Text.Json.Serialization;
using Integration.Acumatica.Stock;
using Integration.Connectors.Pairs;

namespace Integration.Acumatica;

/// <summary>The <c>settings</c> of an Acumatica connection in a pair file. Unknown keys are errors.</summary>
internal sealed record AcumaticaSettings
{
    /// <summary>Name of the contract endpoint.</summary>
    public string Endpoint { get; init; } = "Default";

    /// <summary>Version of the endpoint; 22.200.001 is the oldest that has every field used here.</summary>
    public string EndpointVersion { get; init; } = "24.200.001";

    /// <summary>The tenant's login name; must be the suffix of the client id, which is what selects the tenant.</summary>
    public required string Tenant { get; init; }

    /// <summary>The connected application's id (SM303010), <c>GUID@Tenant</c>.</summary>
    public required string ClientId { get; init; }

    /// <summary>The integration's own user, with the locale en-US.</summary>
    public required string Username { get; init; }

    /// <summary>Most sessions this connection may hold; the licence's count of API users less what others use.</summary>
    public int Seats { get; init; } = 1;

    /// <summary>The order type of web orders.</summary>
    public string OrderType { get; init; } = "WO";

    /// <summary>Further order types in which an order with our reference may stand (moved by hand, older set-up).</summary>
    public IReadOnlyList<string> OtherOrderTypes { get; init; } = [];

    /// <summary>The order type in which returned goods are entered: one with receipts and credit memos.</summary>
    public string ReturnOrderType { get; init; } = "RC";

    /// <summary>The order type in which money is credited without goods.</summary>
    public string CreditOrderType { get; init; } = "CM";

    /// <summary>Further order types in which the ERP's people enter returns.</summary>
    public IReadOnlyList<string> OtherReturnTypes { get; init; } = ["RR", "RM"];

    /// <summary>Warehouse that receives returned goods, or null for the one that sells them.</summary>
    public string? ReturnWarehouse { get; init; }

    /// <summary>True when the order type forbids duplicate customer order numbers; cannot be read over the API, so the operator vouches for it.</summary>
    public bool UniqueReference { get; init; }

    /// <summary>Decimals that the company keeps of unit prices (Companies, Price/Cost Decimal Places).</summary>
    public int PriceDecimals { get; init; } = 2;

    /// <summary>Class of customers created from shop accounts; null leaves it to the ERP's default.</summary>
    public string? CustomerClass { get; init; }

    /// <summary>Customer for all guest orders; null when guests become customers by e-mail.</summary>
    public string? GuestCustomer { get; init; }

    /// <summary>Field by which customers are found.</summary>
    public string CustomerEmailField { get; init; } = "MainContact/Email";

    /// <summary>Tax zone set on every order, or null for the customer's own.</summary>
    public string? TaxZone { get; init; }

    /// <summary>Branch set on every order, or null for the user's default.</summary>
    public string? Branch { get; init; }

    /// <summary>Warehouse set on every line, or null for the item's default.</summary>
    public string? Warehouse { get; init; }

    /// <summary>Records per page of a sweep.</summary>
    public int PageSize { get; init; } = 200;

    /// <summary>How long an aborted request may still commit when nothing forbids duplicates.</summary>
    public TimeSpan LongestLateCommit { get; init; } = TimeSpan.FromMinutes(35);

    /// <summary>Unit of weight of items that name none: the company's (Companies, Weight UOM). Null when it is not known; such weights are not carried then.</summary>
    public string? WeightUnit { get; init; }

    /// <summary>Class of items made from the shop's products; null leaves it to the ERP's default.</summary>
    public string? ItemClass { get; init; }

    /// <summary>How often all sales prices are looked through for changes; they are one answer, which may be large.</summary>
    public TimeSpan PricesEvery { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Columns of the push notification's generic inquiries.</summary>
    public PushColumns Push { get; init; } = new();

    /// <summary>How stock is read.</summary>
    public StockSettings Stock { get; init; } = new();

    /// <summary>Order types that are searched, the one for new orders first.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> OrderTypes => [OrderType, .. OtherOrderTypes];

    /// <summary>Order types of returns and credits, the one for goods first.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> ReturnTypes => [.. ((string[])[ReturnOrderType, CreditOrderType, .. OtherReturnTypes]).Distinct(StringComparer.Ordinal)];

    /// <summary>Reads and checks the settings of a connection.</summary>
    /// <exception cref="PairFileException">A key is unknown, missing or out of range.</exception>
    public static AcumaticaSettings Parse(ConnectionDefinition connection)
    {
        var settings = connection.SettingsAs<AcumaticaSettings>("docs/acumatica.md");
        if (settings.Tenant.Length == 0) throw connection.Wrong("tenant", "The tenant is empty.", "Write the tenant's login name.");
        if (!settings.ClientId.EndsWith($"@{settings.Tenant}", StringComparison.OrdinalIgnoreCase))
            throw connection.Wrong("clientId", $"It does not end in @{settings.Tenant}, so it would work in another tenant.", "Copy the client id of the connected application registered in this tenant.");
        if (settings.OrderType.Length != 2) throw connection.Wrong("orderType", "An order type has two characters.", "Write it as on the Order Types form (SO201000), such as WO.");
        if (settings.OtherOrderTypes.Any(type => type.Length != 2)) throw connection.Wrong("otherOrderTypes", "An order type has two characters.", "Write them as on the Order Types form (SO201000).");
        if (settings.ReturnTypes.Any(type => type.Length != 2)) throw connection.Wrong("returnOrderType", "An order type has two characters.", "Write returnOrderType, creditOrderType and otherReturnTypes as on the Order Types form (SO201000).");
        if (settings.ReturnTypes.Intersect(settings.OrderTypes).Any()) throw connection.Wrong("returnOrderType", "A type of returns is a type of sales too.", "Name types of their own for returns and credits.");
        if (settings.PriceDecimals is < 0 or > 6) throw connection.Wrong("priceDecimals", "Unit prices have 0 to 6 decimals.", "Write the company's Price/Cost Decimal Places.");
        if (settings.Seats is < 1 or > 100) throw connection.Wrong("seats", "At least one session is needed.", "Write the number of API users that are free for this connection, at least 1.");
        if (settings.PageSize is < 10 or > 5000) throw connection.Wrong("pageSize", "A page has 10 to 5000 records.", "Leave it out for 200.");
        if (settings.PricesEvery < TimeSpan.Zero) throw connection.Wrong("pricesEvery", "The pause is negative.", "Leave it out for ten minutes.");
        return settings;
    }
}
