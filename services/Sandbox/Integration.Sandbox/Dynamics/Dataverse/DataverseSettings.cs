namespace Integration.Sandbox.Dynamics.Dataverse;

/// <summary>What can be switched while the stand-in runs (<c>POST /_sandbox/settings</c>); a restarted stand-in begins with its options again.</summary>
public sealed class DataverseSettings
{
    /// <summary>Requests that one user may make in a window. 0: no limit.</summary>
    public int RequestsPerWindow { get; set; } = 6000;

    /// <summary>Execution time that the requests of one user may take together in a window. Zero: no limit.</summary>
    public TimeSpan ExecutionTimePerWindow { get; set; } = TimeSpan.FromMinutes(20);

    /// <summary>Requests of one user that may run at once. 0: no limit.</summary>
    public int ConcurrentRequests { get; set; } = 52;

    /// <summary>The sliding window of the limits.</summary>
    public TimeSpan LimitWindow { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Execution time that is charged for a request beside what it really took.</summary>
    public TimeSpan ExecutionCost { get; set; }

    /// <summary>Time that each call takes before it is carried out.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>Time until the index of a new alternate key is active.</summary>
    public TimeSpan KeyActivation { get; set; }

    /// <summary>True: addresses whose key values contain <c>/ &lt; &gt; * % &amp; : \ ? +</c> are refused, escaped or not.</summary>
    public bool StrictKeyCharacters { get; set; } = true;

    /// <summary>True: a call without <c>Accept</c>, <c>OData-Version</c> and <c>OData-MaxVersion</c> is refused. The service is more lenient than that.</summary>
    public bool StrictHeaders { get; set; } = true;

    /// <summary>True: an upsert by an alternate key that another request made meanwhile is refused with "A record with matching key values already exists."</summary>
    public bool KeyRace { get; set; }

    /// <summary>True: date-only columns are <c>Edm.Date</c>; false: <c>Edm.DateTimeOffset</c>.</summary>
    public bool DateOnlyAsDate { get; set; }

    /// <summary>True: <c>FulfillSalesOrder</c> is bound to the set of sales orders; false: it is not bound.</summary>
    public bool FulfillIsBound { get; set; }

    /// <summary>True: a catalogue product may stand on an order without a price list when its price is overridden.</summary>
    public bool PriceListOptional { get; set; }

    /// <summary>True: orders and invoices that are no longer active cannot be edited, except a submitted order by an integration user.</summary>
    public bool ClosedOrdersReadOnly { get; set; } = true;

    /// <summary>Columns that duplicate detection compares, as <c>account.emailaddress1</c>. It acts only when the caller asks for it.</summary>
    public IReadOnlyList<string> DuplicateRules { get; set; } = [];

    /// <summary>Tables that change tracking is on for.</summary>
    public IReadOnlyList<string> TrackedTables { get; set; } =
        ["account", "contact", "product", "pricelevel", "productpricelevel", "salesorder", "salesorderdetail", "invoice", "invoicedetail"];

    /// <summary>Time between the two attempts of a webhook.</summary>
    public TimeSpan WebhookRetry { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a webhook's receiver has for its answer.</summary>
    public TimeSpan WebhookTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Size from which a webhook's body is cut, in bytes.</summary>
    public int WebhookSize { get; set; } = 256 * 1024;

    /// <summary>True: every webhook is sent twice.</summary>
    public bool DuplicateWebhooks { get; set; }
}
