namespace Integration.Sandbox.Acumatica;

/// <summary>What can be switched while the stand-in runs (<c>POST /_sandbox/settings</c>); a restarted stand-in begins with its options again.</summary>
public sealed class ErpSettings
{
    /// <summary>Order types that require the customer order number and forbid one that any other order has.</summary>
    public IReadOnlyList<string> ForbidDuplicates { get; set; } = ["WO"];

    /// <summary>True: customers are numbered and the ID sent for a new one is ignored.</summary>
    public bool AutoNumbering { get; set; } = true;

    /// <summary>API users of the licence: sessions that may be open at once.</summary>
    public int Seats { get; set; } = 2;

    /// <summary>Requests that the licence lets run at once; more wait in a queue of 20. 0: no limit.</summary>
    public int ConcurrentRequests { get; set; }

    /// <summary>Requests per minute of the licence; from half of them on each one is delayed. 0: no limit.</summary>
    public int RequestsPerMinute { get; set; }

    /// <summary>How long the licence's minute takes.</summary>
    public TimeSpan LicenceMinute { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Rows of an OData page.</summary>
    public int ODataPage { get; set; } = 500;

    /// <summary>True: OData writes decimals as text, as some versions do.</summary>
    public bool ODataDecimalsAsText { get; set; }

    /// <summary>Custom fields of the tenant, as <c>Entity.View.Field:Type</c> with the types String, Decimal, Boolean, DateTime.</summary>
    public IReadOnlyList<string> CustomFields { get; set; } =
        ["SalesOrder.Document.AttributeGIFTNOTE:String", "SalesOrder.Document.UsrStoreOrder:String", "StockItem.Item.UsrStoreSku:String", "Customer.BAccount.UsrStoreId:String"];

    /// <summary>Time that each call to <c>/entity</c> takes, inside its session.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>Time that an action runs as a long operation.</summary>
    public TimeSpan LongOperation { get; set; } = TimeSpan.FromMilliseconds(50);

    /// <summary>Fields that must not be empty beyond the standard ones, as <c>Entity.Path</c>, such as <c>SalesOrder.ShipToAddress/PostalCode</c>.</summary>
    public IReadOnlyList<string> RequireFields { get; set; } = [];

    /// <summary>Fields that the user's role may see but not edit, as <c>Entity.Path</c>, such as <c>Customer.MainContact/Phone1</c>: what is sent for them is ignored with 200.</summary>
    public IReadOnlyList<string> LockedFields { get; set; } = [];

    /// <summary>
    /// Figures of the availability calculation rule: <c>SOPrepared, SOBooked, SOBackOrdered, SOAllocated, SOShipped</c> are deducted from
    /// what is on hand, <c>PurchaseOrders, PurchasePrepared</c> added.
    /// </summary>
    public IReadOnlyList<string> Availability { get; set; } = ["SOBooked", "SOBackOrdered", "SOAllocated", "SOShipped"];

    /// <summary>True: more may be shipped than is there ("Allow Negative Quantity" of the item classes). False: a shipment takes what is there, the rest is back-ordered.</summary>
    public bool NegativeStock { get; set; } = true;

    /// <summary>Life of an access token given from now on.</summary>
    public TimeSpan AccessTokenLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Life of a refresh-token chain; every refresh begins it anew.</summary>
    public TimeSpan RefreshTokenLifetime { get; set; } = TimeSpan.FromDays(30);

    /// <summary>Idle time after which the ERP closes a session that did not log out.</summary>
    public TimeSpan SessionTimeout { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Time between the attempts of a push notification.</summary>
    public TimeSpan PushRetry { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>True: every push notification is sent twice.</summary>
    public bool DuplicatePush { get; set; }
}
