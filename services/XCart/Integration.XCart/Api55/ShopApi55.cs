using Integration.Connectors.Http;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Contracts.Customers;
using Integration.XCart.AddOn;
using Integration.XCart.Api;
using Integration.XCart.Api55.Catalogue;
using Integration.XCart.Api55.Customers;
using Integration.XCart.Api55.Notes;
using Integration.XCart.Api55.Orders;
using Integration.XCart.Api55.Probing;
using Integration.XCart.Api55.Products;
using Integration.XCart.Api55.Protocol;
using Integration.XCart.Api55.Status;
using Integration.XCart.Api55.Stock;
using Integration.XCart.Api55.Sweeping;
using Integration.XCart.Api55.Tracking;
using Integration.XCart.Customers;
using Integration.XCart.Detection;
using Integration.XCart.Lists;
using Integration.XCart.Orders;
using Integration.XCart.Setup;
using Integration.XCart.Sweeping;

namespace Integration.XCart.Api55;

/// <summary>A shop of X-Cart 5.5 over its built-in API.</summary>
internal sealed class ShopApi55 : IShopApi
{
    private readonly ShopProbe _probe;
    private readonly CustomerReader _customers;
    private readonly RecentPages _recent;
    private readonly PlacedPages _placed;

    private readonly PlacedOrders _history;
    private readonly ProductPages _products;

    public ShopApi55(PlatformApi shop, ConnectionDefinition connection, XCartSettings settings, OutsideHttp http, TimeProvider time)
    {
        AddOn = new AddOnBridge(new AddOnClient(http, shop.Tokens, new AddOnDoor55()), time);
        Orders = new OrderReader(shop, settings, AddOn, time);
        FulfilmentStatus = new StatusWriter(shop, StatusAxis.Shipping);
        PaymentStatus = new StatusWriter(shop, StatusAxis.Payment);
        Tracking = new TrackingNumbers(shop, AddOn);
        Stock = new PlainStock(shop, connection.ConcurrentCalls);
        StockPages = new StockPages(shop);
        Sales = new OrderSales(shop);
        Notes = new StaffNotes(shop, AddOn);
        ErpNumber = new ErpNumberNotes(Notes);
        _recent = new RecentPages(shop, Math.Min(settings.PageSize ?? OrderPages.UsualPage, PlatformApi.LargestPage));
        _placed = new PlacedPages(shop, Math.Min(settings.PageSize ?? OrderPages.UsualPage, PlatformApi.LargestPage));
        _history = new PlacedOrders(OrderPages.ByPlacement(shop), Math.Min(settings.PageSize ?? OrderPages.UsualPage, PlatformApi.LargestPage));
        _products = new ProductPages(shop);
        _customers = new CustomerReader(shop, settings);
        Products = new ProductResource(shop);
        Accounts = new AccountWriter(shop, settings);
        _probe = new ShopProbe(shop, connection, time);
    }

    public ApiChoice Choice => ApiChoice.Api55;

    public string Title => "the API of X-Cart 5.5";

    public bool WritesWithoutAddOn => false;

    public IReadOnlyList<string> Lacks { get; } =
    [
        "Chosen options of order lines: X-Cart 5.5 does not show them over its API (5.5.0.29); variants are told apart by their SKUs.",
        "Payment transactions that change by themselves do not move an order's change stamp: they are found by the look at recent orders.",
        "Categories are written only when a product is made. Attributes are written as the product's own texts; those of the whole shop and of classes are left to its staff.",
        "A membership's price for a single piece: the API takes prices from two pieces on (5.5.0.29).",
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

    public int PlacedPage => _placed.PageSize;

    public Task<ShopAnswer<PlacedRows>> PlacedAsync(DaySpan? days, int offset, CancellationToken ct) => _placed.ReadAsync(days, offset, ct);

    public Task<ListedPage> HistoryAsync(DateTimeOffset since, string? cursor, CancellationToken ct) => _history.PageAsync(since, cursor, ct);

    public Task<CataloguePage> CatalogueAsync(int page, CancellationToken ct) => _products.PageAsync(page, ct);

    public Task<ReadOutcome<Customer>> CustomerAsync(PairDefinition pair, string id, bool known, CancellationToken ct) => _customers.ReadAsync(pair, id, known, ct);

    public Task<CrawlPage> CustomersAsync(PairDefinition pair, int page, CancellationToken ct) => _customers.PageAsync(pair, page, ct);

    public Task<AccountPage> AccountsAsync(int page, CancellationToken ct) => _customers.AccountsAsync(page, ct);

    public Task<IReadOnlyList<ProbeFinding>> ProbeAsync(bool tryWriting, CancellationToken ct) => _probe.RunAsync(tryWriting, ct);
}
