using Integration.Connectors.Http;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Contracts.Customers;
using Integration.XCart.AddOn;
using Integration.XCart.Api54.Customers;
using Integration.XCart.Api54.ErpNumbers;
using Integration.XCart.Api54.Orders;
using Integration.XCart.Api54.Probing;
using Integration.XCart.Api54.Products;
using Integration.XCart.Api54.Protocol;
using Integration.XCart.Api54.Status;
using Integration.XCart.Api54.Sweeping;
using Integration.XCart.Api54.Tracking;
using Integration.XCart.Detection;
using Integration.XCart.Setup;
using Integration.XCart.Sweeping;

namespace Integration.XCart.Api54;

/// <summary>A shop of X-Cart 5.0 to 5.4 over its REST API add-on.</summary>
internal sealed class ShopApi54 : IShopApi
{
    /// <summary>Rows of a page unless the pair file says otherwise; they are small.</summary>
    public const int UsualPage = 50;

    private readonly ShopProbe _probe;
    private readonly CustomerReader _customers;
    private readonly RecentTable _recent;
    private readonly PlacedOrders _placed;

    public ShopApi54(RestApi shop, ConnectionDefinition connection, XCartSettings settings, OutsideHttp http, TimeProvider time)
    {
        var pageSize = settings.PageSize ?? UsualPage;
        AddOn = new AddOnBridge(new AddOnClient(http, shop.Keys, new AddOnDoor54(settings.AdminScript)), time);
        Orders = new OrderReader(shop, settings, AddOn, time);
        FulfilmentStatus = new ShippingStatusWriter(shop);
        Tracking = new TrackingNumbers(shop, AddOn);
        ErpNumber = new ErpNumberNotes(shop, AddOn);
        _recent = new RecentTable(shop, pageSize);
        _placed = new PlacedOrders(new OrderTable(shop, OrderTable.Placed), pageSize);
        _customers = new CustomerReader(shop, pageSize);
        Products = new ProductTable(shop, settings, pageSize);
        _probe = new ShopProbe(shop, connection, time);
    }

    public ApiChoice Choice => ApiChoice.Api54;

    public string Title => "the REST API add-on of X-Cart 5.0 to 5.4";

    public bool WritesWithoutAddOn => true;

    public IReadOnlyList<string> Lacks { get; } =
    [
        "A second partial refund does not move an order's change stamp, nor does a tracking number added over the REST API: they are found by the look at recent orders.",
        "Products with variants are not made; what they cost and weigh is written. Categories and pictures are written only when a product is made; attributes are not.",
    ];

    public IStorefrontOrders Orders { get; }

    public IFulfilmentStatusWriter FulfilmentStatus { get; }

    public ITrackingWriter Tracking { get; }

    public IErpNumberWriter ErpNumber { get; }

    public AddOnBridge AddOn { get; }

    public IProducts Products { get; }

    public IAsyncEnumerable<ChangePage> PlacedSinceAsync(DateTimeOffset since, CancellationToken ct) => _recent.SinceAsync(since, ct);

    public Task<ListedPage> HistoryAsync(DateTimeOffset since, string? cursor, CancellationToken ct) => _placed.PageAsync(since, cursor, ct);

    // Its lists of products and variants have a condition for the SKU.
    public Task<CataloguePage> CatalogueAsync(int page, CancellationToken ct) => Task.FromResult<CataloguePage>(new CataloguePage.NotNeeded());

    public Task<ReadOutcome<Customer>> CustomerAsync(PairDefinition pair, string id, CancellationToken ct) => _customers.ReadAsync(id, ct);

    public Task<CrawlPage> CustomersAsync(PairDefinition pair, int page, CancellationToken ct) => _customers.PageAsync(page, ct);

    public Task<IReadOnlyList<ProbeFinding>> ProbeAsync(bool tryWriting, CancellationToken ct) => _probe.RunAsync(tryWriting, ct);
}
