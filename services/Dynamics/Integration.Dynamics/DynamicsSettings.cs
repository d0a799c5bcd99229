using Integration.Connectors.Pairs;
using Integration.Dynamics.Dataverse;
using Integration.Dynamics.Finance.Customers;
using Integration.Dynamics.Finance.Fulfilment;
using Integration.Dynamics.Finance.Payments;
using Integration.Dynamics.Finance.Products;
using Integration.Dynamics.Finance.Returns;
using Integration.Dynamics.Finance.Stock;

namespace Integration.Dynamics;

/// <summary>The <c>settings</c> of a Dynamics connection in a pair file. Unknown keys are errors.</summary>
internal sealed record DynamicsSettings
{
    private const string FinanceOnly = "fno";
    private const string DataverseOnly = "dataverse";
    private const string Both = "dataverse+fno";

    private static readonly string[] HeaderSets = ["SalesOrderHeadersV2", "SalesOrderHeadersV3", "SalesOrderHeadersV4"];
    private static readonly string[] LineSets = ["SalesOrderLines", "SalesOrderLinesV3"];

    /// <summary>Which of Dynamics' systems the connection speaks to: <c>fno</c>, <c>dataverse</c>, or both of them with dual-write between, <c>dataverse+fno</c>.</summary>
    public required string Mode { get; init; }

    /// <summary>Settings of Dataverse; only the modes with it read them.</summary>
    public DataverseSettings Dataverse { get; init; } = new();

    /// <summary>Where Finance &amp; Operations is, in mode <c>dataverse+fno</c>: the connection's own address is then Dataverse's.</summary>
    public FinanceAddress? Finance { get; init; }

    /// <summary>True when orders are made in Dataverse.</summary>
    public bool HasDataverse => Mode is DataverseOnly or Both;

    /// <summary>True when stock, money and shipments are Finance &amp; Operations'.</summary>
    public bool HasFinance => Mode is not DataverseOnly;

    /// <summary>True when dual-write takes orders from Dataverse to F&amp;O.</summary>
    public bool HasDualWrite => Mode == Both;

    /// <summary>Column of Dataverse's order lines that holds the shop's line, or null.</summary>
    public string? LineKeyColumn => HasDualWrite ? "msdyn_externalitemnumber" : Dataverse.LineKey;

    /// <summary>Address of Microsoft Entra.</summary>
    public string Authority { get; init; } = "https://login.microsoftonline.com";

    /// <summary>The Entra tenant: its id or one of its domains.</summary>
    public required string TenantId { get; init; }

    /// <summary>The app registration's application (client) id.</summary>
    public required string ClientId { get; init; }

    /// <summary>What the token is for; null for the connection's address without its last slash, and <c>/.default</c>.</summary>
    public string? Scope { get; init; }

    /// <summary>The legal entity (<c>dataAreaId</c>) that the connection works in; every mode but <c>dataverse</c> needs it.</summary>
    public string LegalEntity { get; init; } = "";

    /// <summary>Who numbers sales orders.</summary>
    public Numbering Numbering { get; init; } = Numbering.Erp;

    /// <summary>Entity set of sales order headers.</summary>
    public string HeaderEntity { get; init; } = "SalesOrderHeadersV3";

    /// <summary>Entity set of sales order lines.</summary>
    public string LineEntity { get; init; } = "SalesOrderLines";

    /// <summary>Item numbers of the lines that are no goods.</summary>
    public OrderItems Items { get; init; } = new();

    /// <summary>Site written on header and lines, or null for F&amp;O's defaults.</summary>
    public string? Site { get; init; }

    /// <summary>Warehouse written on header and lines, or null for F&amp;O's defaults.</summary>
    public string? Warehouse { get; init; }

    /// <summary>Unit written on lines of goods, or null for the product's sales unit.</summary>
    public string? Unit { get; init; }

    /// <summary>Decimals that unit prices are written with; an amount that no such price gives is written as a price for the whole quantity.</summary>
    public int PriceDecimals { get; init; } = 2;

    /// <summary>Sales tax group written on orders: empty, or one without taxes where the company demands a group.</summary>
    public string SalesTaxGroup { get; init; } = "";

    /// <summary>Item sales tax group written on lines: empty, or one without taxes.</summary>
    public string ItemSalesTaxGroup { get; init; } = "";

    /// <summary>Number field that an extension adds to sales order headers, for the score of unusualness, or null. Mode <c>fno</c>.</summary>
    public string? AnomalyScore { get; init; }

    /// <summary>Number field that an extension adds to sales order headers, for the score of credit, or null. Mode <c>fno</c>.</summary>
    public string? CreditScore { get; init; }

    /// <summary>Group of new customers; every mode but <c>dataverse</c> needs it.</summary>
    public string CustomerGroup { get; init; } = "";

    /// <summary>Customer for all guest orders; null when guests become customers by e-mail.</summary>
    public string? GuestCustomer { get; init; }

    /// <summary>Currency of new customers; null for that of their first order.</summary>
    public string? CustomerCurrency { get; init; }

    /// <summary>Language of new customers, such as <c>en-us</c>; null for the company's.</summary>
    public string? CustomerLanguage { get; init; }

    /// <summary>Fields of customers that a mapping document of the merchant's own reads beside the usual ones.</summary>
    public IReadOnlyList<string> CustomerFields { get; init; } = [];

    /// <summary>How orders are cancelled and opened again.</summary>
    public Cancellation Cancellation { get; init; } = new();

    /// <summary>How returns are entered.</summary>
    public ReturnSettings Returns { get; init; } = new();

    /// <summary>How money is booked.</summary>
    public PaymentSettings Payments { get; init; } = new();

    /// <summary>How products are read.</summary>
    public ProductSettings Products { get; init; } = new();

    /// <summary>How stock is read.</summary>
    public StockSettings Stock { get; init; } = new();

    /// <summary>Ids of business events.</summary>
    public EventNames Events { get; init; } = new();

    /// <summary>Where posted packing slips are read.</summary>
    public PackingSlipJournal PackingSlips { get; init; } = PackingSlipJournal.Shipment;

    /// <summary>How long after its delivery date a packing slip is looked at for changes: these entities have no change stamps.</summary>
    public TimeSpan ShipmentsWithin { get; init; } = TimeSpan.FromDays(14);

    /// <summary>How often all customers and all products are listed to find what changed: these entities have no change stamps.</summary>
    public TimeSpan ListEvery { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Records per page.</summary>
    public int PageSize { get; init; } = 500;

    /// <summary>How long an aborted request may still commit when F&amp;O does not refuse a second order.</summary>
    public TimeSpan LongestLateCommit { get; init; } = TimeSpan.FromMinutes(35);

    /// <summary>The scope that tokens are asked for.</summary>
    public string ScopeOf(ConnectionDefinition connection) => Scope ?? $"{connection.Url.AbsoluteUri.TrimEnd('/')}/.default";

    /// <summary>The connection to F&amp;O: the connection itself, or in mode <c>dataverse+fno</c> the same at F&amp;O's address.</summary>
    public ConnectionDefinition FinanceOf(ConnectionDefinition connection) => Finance is { } finance && HasDualWrite ? connection with { Url = finance.Url } : connection;

    /// <summary>The scope that F&amp;O's tokens are asked for.</summary>
    public string FinanceScopeOf(ConnectionDefinition connection) => HasDualWrite ? Finance?.Scope ?? $"{FinanceOf(connection).Url.AbsoluteUri.TrimEnd('/')}/.default" : ScopeOf(connection);

    /// <summary>Reads and checks the settings of a connection.</summary>
    /// <exception cref="PairFileException">A key is unknown, missing or out of range.</exception>
    public static DynamicsSettings Parse(ConnectionDefinition connection)
    {
        var settings = connection.SettingsAs<DynamicsSettings>("docs/dynamics.md");
        foreach (var (key, problem, fix) in settings.Mistakes()) throw connection.Wrong(key, problem, fix);
        return settings;
    }

    private IEnumerable<(string Key, string Problem, string Fix)> Mistakes()
    {
        if (Mode is not (FinanceOnly or DataverseOnly or Both)) yield return ("mode", $"There is no mode {Mode}.", "Write \"fno\", \"dataverse\" or \"dataverse+fno\".");
        if (!Uri.TryCreate(Authority, UriKind.Absolute, out var authority) || (authority.Scheme != Uri.UriSchemeHttps && !(authority.Scheme == Uri.UriSchemeHttp && authority.IsLoopback)) || authority.AbsolutePath != "/")
            yield return ("authority", "It is no address of Microsoft Entra.", "Leave it out, or write the address of your cloud without a path, such as https://login.microsoftonline.us.");
        if (!IsName(TenantId)) yield return ("tenantId", "It is no tenant.", "Write the directory (tenant) id of the app registration.");
        if (!IsName(ClientId)) yield return ("clientId", "It is no client id.", "Write the application (client) id of the app registration.");
        if (Scope is { } scope && !scope.EndsWith("/.default", StringComparison.Ordinal)) yield return ("scope", "A client credential's scope ends in /.default.", "Leave it out for the connection's own address.");
        if (HasDualWrite && Finance is null) yield return ("finance", "The address of Finance & Operations is missing.", "Write \"finance\": { \"url\": \"https://ENVIRONMENT.operations.dynamics.com/\" }; the connection's own url is Dataverse's.");
        if (!HasDualWrite && Finance is not null) yield return ("finance", $"The mode {Mode} has one address, the connection's url.", "Leave it out, or write \"mode\": \"dataverse+fno\".");
        if (Finance is { } finance && !IsAddress(finance.Url)) yield return ("finance.url", "It is no address of an environment.", "Write the environment's address, such as https://contoso.operations.dynamics.com/.");
        if (Finance?.Scope is { } financeScope && !financeScope.EndsWith("/.default", StringComparison.Ordinal)) yield return ("finance.scope", "A client credential's scope ends in /.default.", "Leave it out for F&O's own address.");
        foreach (var mistake in HasDataverse ? Dataverse.Mistakes() : []) yield return mistake;
        foreach (var mistake in HasFinance ? OfFinance() : OfDataverseAlone()) yield return mistake;
        if (PriceDecimals is < 0 or > 8) yield return ("priceDecimals", "Unit prices have 0 to 8 decimals.", "Leave it out for 2.");
        if (PageSize is < 10 or > 10_000) yield return ("pageSize", "A page has 10 to 10000 records.", "Leave it out for 500.");
        if (HasDataverse && PageSize > 5000) yield return ("pageSize", "A page of Dataverse has at most 5000 records.", "Leave it out for 500.");
        if (LongestLateCommit < TimeSpan.Zero) yield return ("longestLateCommit", "The time is negative.", "Leave it out for 35 minutes.");
        if (Items.All().FirstOrDefault(item => item.Item.Trim().Length == 0) is { Setting: { } empty }) yield return (empty, "The item number is empty.", "Write the number of a service item.");
    }

    private IEnumerable<(string Key, string Problem, string Fix)> OfDataverseAlone()
    {
        if (GuestCustomer is { } guest && !Guid.TryParse(guest, out _)) yield return ("guestCustomer", "It is no id of an account.", "Write the account's id (accountid), or leave it out.");
    }

    private IEnumerable<(string Key, string Problem, string Fix)> OfFinance()
    {
        if (LegalEntity.Length is 0 or > 4 || !IsName(LegalEntity)) yield return ("legalEntity", "A legal entity has one to four letters or digits.", "Write its code, such as usmf.");
        if (!HeaderSets.Contains(HeaderEntity)) yield return ("headerEntity", $"{HeaderEntity} is not known.", $"Write one of {string.Join(", ", HeaderSets)}.");
        if (!LineSets.Contains(LineEntity)) yield return ("lineEntity", $"{LineEntity} is not known.", $"Write one of {string.Join(", ", LineSets)}.");
        if (Numbering == Numbering.Erp && (HeaderEntity == "SalesOrderHeadersV4" || LineEntity != "SalesOrderLines"))
            yield return ("numbering", "With numbers of F&O, header and lines can be made in one transaction only over the header's navigation SalesOrderLines, which V4 has not.",
                "Set numbering to \"ours\" with a manual number sequence, or leave headerEntity and lineEntity out.");
        if (CustomerGroup.Trim().Length == 0) yield return ("customerGroup", "The customer group is empty.", "Write the group of customers that the shop makes.");
        if (ShipmentsWithin < TimeSpan.FromDays(1)) yield return ("shipmentsWithin", "Packing slips are looked at for a day at least.", "Leave it out for 14 days.");
        if (ListEvery < TimeSpan.Zero) yield return ("listEvery", "The time is negative.", "Leave it out for 15 minutes, or write 00:00:00 to list in every sweep.");
        if (CustomerFields.FirstOrDefault(field => !CustomerDocument.Model.Knows(field, out _)) is { } unknown) yield return ("customerFields", $"CustomersV3 has no field {unknown}.", "Write names of fields as OData shows them.");
        if (!IsName(Products.NameField)) yield return ("products.nameField", "It is no name of a field.", "Leave it out for ProductSearchName.");
        if (Returns.All().FirstOrDefault(code => code.Code is { } text && text.Trim().Length == 0) is { Setting: { } blank }) yield return (blank, "The code is empty.", "Write a code of the company, or leave it out.");
        if (Payments.Journal is { } journal && journal.Trim().Length == 0) yield return ("payments.journal", "The journal name is empty.", "Write the name of a customer payment journal, or leave it out.");
        if (Payments.GeneralJournal is { } general && general.Trim().Length == 0) yield return ("payments.generalJournal", "The journal name is empty.", "Write the name of a general journal, or leave it out.");
        if (Payments.OffsetAccountType is not ("Ledger" or "Bank")) yield return ("payments.offsetAccountType", $"There is no {Payments.OffsetAccountType}.", "Write \"Ledger\" or \"Bank\".");
        if (Payments.OffsetAccount is { } offset && offset.Trim().Length == 0) yield return ("payments.offsetAccount", "The account is empty.", "Leave it out for that of the method of payment.");
        if (Payments.LongestKey is < 10 or > 60) yield return ("payments.longestKey", "A key has 10 to 60 characters.", "Leave it out for 20.");
        if (Cancellation.By == CancelBy.Action && (Cancellation.CancelAction is not { } action || !IsName(action))) yield return ("cancellation.cancelAction", "The action is not named.", "Write the name of the OData action, without its namespace.");
        foreach (var (key, field) in (IEnumerable<(string, string?)>)[("anomalyScore", AnomalyScore), ("creditScore", CreditScore)])
            if (field is not null && !IsName(field)) yield return (key, "It is no name of a field.", "Write the field's name as OData shows it, such as AIAnomalyScore, or leave it out.");
        if (Cancellation.ReopenAction is { } reopen && !IsName(reopen)) yield return ("cancellation.reopenAction", "It is no name of an action.", "Write the name of the OData action, without its namespace, or leave it out.");
    }

    private static bool IsAddress(Uri address) => address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));

    // Part of an address: what could lead elsewhere is no name.
    private static bool IsName(string text) => text.Length > 0 && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' or '_');
}
