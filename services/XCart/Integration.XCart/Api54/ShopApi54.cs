using Integration.Connectors.Http;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Contracts.Customers;
using Integration.XCart.AddOn;
using Integration.XCart.Api;
using Integration.XCart.Api54.Customers;
using Integration.XCart.Api54.Notes;
using Integration.XCart.Api54.Orders;
using Integration.XCart.Api54.Probing;
using Integration.XCart.Api54.Products;
using Integration.XCart.Api54.Protocol;
using Integration.XCart.Api54.Status;
using Integration.XCart.Api54.Stock;
using Integration.XCart.Api54.Sweeping;
using Integration.XCart.Api54.Tracking;
using Integration.XCart.Customers;
using Integration.XCart.Detection;
using Integration.XCart.Lists;
using Integration.XCart.Orders;
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
    private readonly PlacedTable _placed;

    private readonly PlacedOrders _history;

    public ShopApi54(RestApi shop, ConnectionDefinition connection, XCartSettings settings, OutsideHttp http, TimeProvider time)
    {
        var pageSize = settings.PageSize ?? UsualPage;
        AddOn = new AddOnBridge(new AddOnClient(http, shop.Keys, new AddOnDoor54(settings.AdminScript)), time);
        Orders = new OrderReader(shop, settings, AddOn, time);
        FulfilmentStatus = new StatusWriter(shop, StatusAxis.Shipping);
        PaymentStatus = new StatusWriter(shop, StatusAxis.Payment);
        Tracking = new TrackingNumbers(shop, AddOn);
        Stock = new PlainStock(shop, connection.ConcurrentCalls);
        StockPages = new StockTable(shop);
        Sales = new OrderSales(shop);
        Notes = new StaffNotes(shop, AddOn);
        ErpNumber = new ErpNumberNotes(Notes);
        _recent = new RecentTable(shop, pageSize);
        _placed = new PlacedTable(shop, pageSize);
        _history = new PlacedOrders(new OrderTable(shop, OrderTable.Placed), pageSize);
        _customers = new CustomerReader(shop, pageSize);
        Products = new ProductTable(shop, settings, pageSize);
        Accounts = new AccountWriter(shop);
        _probe = new ShopProbe(shop, connection, time);
    }

    public ApiChoice Choice => ApiChoice.Api54;

    public string Title => "the REST API add-on of X-Cart 5.0 to 5.4";

    public bool WritesWithoutAddOn => true;

    public IReadOnlyList<string> Lacks { get; } =
    [
        "A second partial refund does not move an order's change stamp, nor does a tracking number added over the REST API: they are found by the look at recent orders.",
        "Categories are written only when a product is made. Attributes are written as the product's own texts; those of the whole shop and of classes are left to its staff.",
    ];

    public IStorefrontOrders Orders { get; }

    public IFulfilmentStatusWriter FulfilmentStatus { get; }

    public IPaymentStatusWriter PaymentStatus { get; }

    public IOrderNoteWriter Notes { get; }

    public ITrackingWriter Tracking { get; }

    public IErpNumberWriter ErpNumber { get; }

    public AddOnBridge AddOn { get; }

    public IAccountWriter Accounts { get; }

    public IProducts Products { get; }

    public IPlainStockLevels Stock { get; }

    public IStockPages StockPages { get; }

    public ISales Sales { get; }

    public IAsyncEnumerable<ChangePage> PlacedSinceAsync(DateTimeOffset since, CancellationToken ct) => _recent.SinceAsync(since, ct);

    // Products could be asked for one by one; variants have no condition for the SKU.
    public async Task<CataloguePage> CatalogueAsync(int page, CancellationToken ct) => await StockPages.PageAsync(page, ct) switch
    {
        StockPage.Read read => new CataloguePage.Read([.. read.Levels.Where(level => level.Sku.Length > 0).Select(level => new CatalogueItem(level.Item, level.Sku))], read.Last),
        StockPage.Failed failed => new CataloguePage.Failed(failed.Outcome),
        _ => throw new InvalidOperationException("A page of a new kind."),
    };

    public int PlacedPage => _placed.PageSize;

    public Task<ShopAnswer<PlacedRows>> PlacedAsync(DaySpan? days, int offset, CancellationToken ct) => _placed.ReadAsync(days, offset, ct);

    public Task<ListedPage> HistoryAsync(DateTimeOffset since, string? cursor, CancellationToken ct) => _history.PageAsync(since, cursor, ct);

    public Task<ReadOutcome<Customer>> CustomerAsync(PairDefinition pair, string id, bool known, CancellationToken ct) => _customers.ReadAsync(id, ct);

    public Task<CrawlPage> CustomersAsync(PairDefinition pair, int page, CancellationToken ct) => _customers.PageAsync(page, ct);

    public Task<AccountPage> AccountsAsync(int page, CancellationToken ct) => _customers.AccountsAsync(page, ct);

    public Task<IReadOnlyList<ProbeFinding>> ProbeAsync(bool tryWriting, CancellationToken ct) => _probe.RunAsync(tryWriting, ct);
}
