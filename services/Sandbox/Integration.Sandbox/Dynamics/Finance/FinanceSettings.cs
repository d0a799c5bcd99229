namespace Integration.Sandbox.Dynamics.Finance;

/// <summary>What can be switched while the stand-in runs (<c>POST /_sandbox/settings</c>); a restarted stand-in begins with its options again.</summary>
public sealed class FinanceSettings
{
    /// <summary>Number sequences that take a caller's own number (<c>SalesOrderNumber</c>, <c>CustomerAccount</c>); where none is sent they number themselves.</summary>
    public IReadOnlyList<string> ManualNumbers { get; set; } = ["SalesOrderNumber", "CustomerAccount"];

    /// <summary>Legal entities that the integration's user may see.</summary>
    public IReadOnlyList<string> Companies { get; set; } = ["usmf", "demf"];

    /// <summary>The user's own legal entity: what calls without <c>cross-company=true</c> see and change.</summary>
    public string DefaultCompany { get; set; } = "usmf";

    /// <summary>Most rows that one answer holds; more follow by its next link.</summary>
    public int PageSize { get; set; } = 10_000;

    /// <summary>True: a caller's <c>Prefer: odata.maxpagesize</c> makes pages smaller. False: it is not heard.</summary>
    public bool HeedsMaxPageSize { get; set; }

    /// <summary>
    /// True: a call of a change set may name what an earlier one made by its content ID (<c>POST $1/SalesOrderLines</c>). False: there is no such address.
    /// </summary>
    public bool ResolvesContentIds { get; set; }

    /// <summary>What the addresses in answers begin with, as behind a proxy that passes on its inner name; the address that was called when left out.</summary>
    public Uri? LinkAddress { get; set; }

    /// <summary>Status of a write that a business rule refused.</summary>
    public int WriteFailureStatus { get; set; } = 400;

    /// <summary>True: the totals of an order's header are worked out with every change. False: they stay 0, and <c>AreTotalsCalculated</c> says so.</summary>
    public bool TotalsCalculated { get; set; } = true;

    /// <summary>Reservation of new orders that name none: <c>None</c> (the parameter is Manual) or <c>Automatic</c>.</summary>
    public string Reservation { get; set; } = "None";

    /// <summary>True: more may be shipped than is there. False: a packing slip takes what is there, the rest stays open.</summary>
    public bool NegativeStock { get; set; } = true;

    /// <summary>Properties that must not be empty beyond the standard ones, as <c>Table.Property</c>, such as <c>CustomersV3.AddressZipCode</c>; tables are named as their entity sets, orders <c>SalesOrders</c> and <c>SalesLines</c>.</summary>
    public IReadOnlyList<string> RequireFields { get; set; } = [];

    /// <summary>Properties that the application takes and does not store, as <c>Table.Property</c>; a field that may not be edited is such a one.</summary>
    public IReadOnlyList<string> IgnoreFields { get; set; } = [];

    /// <summary>Months of the ledger calendar that are closed, as <c>yyyy-MM</c>: journals take no lines of theirs.</summary>
    public IReadOnlyList<string> ClosedPeriods { get; set; } = [];

    /// <summary>Use of the environment's resources, 0 to 100: from 70 on calls of low priority are refused with 429, from 85 those of medium, from 95 all.</summary>
    public int Load { get; set; }

    /// <summary>Throttling priority of the integration's application: <c>Low</c>, <c>Medium</c> or <c>High</c>.</summary>
    public string Priority { get; set; } = "Medium";

    /// <summary>What a refused call is told to wait.</summary>
    public TimeSpan RetryAfter { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Time that each call to <c>/data</c> takes.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>Time between the three attempts of an event.</summary>
    public TimeSpan EventRetry { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>True: every event is sent twice.</summary>
    public bool DuplicateEvents { get; set; }
}
