using Integration.Connectors.Http;
using Integration.Connectors.Lanes.Products;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Contracts.Records;
using Integration.XCart.AddOn;
using Integration.XCart.Api54;
using Integration.XCart.Api54.Protocol;
using Integration.XCart.Api55;
using Integration.XCart.Api55.Protocol;
using Integration.XCart.Detection;
using Integration.XCart.InUse;
using Integration.XCart.Lists;
using Integration.XCart.Probing;
using Integration.XCart.Setup;

namespace Integration.XCart;

/// <summary>A shop of X-Cart 5: 5.0 to 5.4 over the REST API add-on, 5.5 over its built-in API; both with more where our own add-on is installed.</summary>
internal sealed class XCartConnector : IStorefront, IDisposable
{
    private readonly OutsideHttp _http;
    private readonly ShopInUse _shop;
    private readonly TrackingInUse _tracking;
    private readonly ErpNumberInUse _erpNumber;
    private readonly NotesInUse _notes;
    private readonly StockInUse _stock;
    private readonly PlainStockInUse _plainStock;

    public XCartConnector(ConnectionDefinition connection, OutsideHttp http, ShopKeys keys, TimeProvider time)
    {
        _http = http;
        var settings = XCartSettings.Of(connection);
        var older = new RestApi(http, keys, settings.AdminScript);
        var newer = new PlatformApi(http, keys);
        _shop = new ShopInUse(
            new ShopApi54(older, connection, settings, http, time), new ShopApi55(newer, connection, settings, http, time), new ApiDetection(newer, older), settings.Api);
        _tracking = new TrackingInUse(_shop);
        _erpNumber = new ErpNumberInUse(_shop);
        _notes = new NotesInUse(_shop);
        _stock = new StockInUse(_shop);
        _plainStock = new PlainStockInUse(_shop);
        Sales = new SalesInUse(_shop);
        Connection = connection.Name;
        LongestLateCommit = settings.LongestLateCommit;
        Orders = new OrdersInUse(_shop);
        FulfilmentStatus = new StatusInUse(_shop);
        PaymentStatus = new PaymentStatusInUse(_shop);
        RecentOrders = settings.Relook is { } schedule ? new RecentInUse(_shop, schedule) : null;
        Customers = new CustomersInUse(_shop, settings.Customers);
        CustomerWriter = new AccountWriterInUse(_shop);
        Payments = new PaymentsOfOrders(Orders, RecentOrders);
        Products = new ProductsInUse(_shop, settings, _stock);
        Lists = [new OrderList(_shop)];
        OrderHistory = new HistoryInUse(_shop);
        Catalogue = settings.Catalogue is { } slowly ? new CatalogueInUse(_shop, slowly) : null;
    }

    public string Connection { get; }

    public Capabilities Capabilities => new()
    {
        ChangedSince = true,
        WriteFulfilmentStatus = true,
        WriteTracking = Tracking is not null,
        WriteErpNumber = ErpNumber is not null,
        CompareAndSetStock = StockLevels is not null,
        Unsupported = [.. Lacks()],
    };

    public TimeSpan LongestLateCommit { get; }

    public IStorefrontOrders Orders { get; }

    public IFulfilmentStatusWriter? FulfilmentStatus { get; }

    public IPaymentStatusWriter? PaymentStatus { get; }

    public IOrderNoteWriter? Notes => _shop.MayTake(AddOnCalls.Notes, orElse: true) ? _notes : null;

    public ITrackingWriter? Tracking => _shop.MayTake(AddOnCalls.Tracking, orElse: true) ? _tracking : null;

    public IErpNumberWriter? ErpNumber => _shop.MayTake(AddOnCalls.Notes, orElse: true) ? _erpNumber : null;

    public IStockLevels? StockLevels => _shop.MayTake(AddOnCalls.Stock, orElse: false) ? _stock : null;

    public IPlainStockLevels? PlainStock => _plainStock;

    public IStockPages? StockPages => _plainStock;

    public ISales? Sales { get; }

    public IRecentOrders? RecentOrders { get; }

    public IReadOnlyList<IRecordList> Lists { get; }

    /// <inheritdoc />
    public IReadOnlyDictionary<string, string> Unlisted { get; } = new Dictionary<string, string>
    {
        [Entities.Return] = "X-Cart shows returns only as an order's status or a line of its staff notes, and no day of either.",
    };

    public IOrderHistory? OrderHistory { get; }

    public ICatalogue? Catalogue { get; }

    public IStorefrontCustomers? Customers { get; }

    public IStorefrontCustomerWriter? CustomerWriter { get; }

    public IStorefrontPayments? Payments { get; }

    public IStorefrontProducts? Products { get; }

    public IReadOnlyList<MappingPort> Mappings { get; } = [ProductMappings.ToStore];

    public Task<IReadOnlyList<ProbeFinding>> ProbeAsync(CancellationToken ct) => ProbeAsync(tryWriting: true, ct);

    public Task<IReadOnlyList<ProbeFinding>> ProbeReadingAsync(CancellationToken ct) => ProbeAsync(tryWriting: false, ct);

    public void Dispose()
    {
        _shop.Dispose();
        _http.Dispose();
    }

    private async Task<IReadOnlyList<ProbeFinding>> ProbeAsync(bool tryWriting, CancellationToken ct)
    {
        var (api, why) = await _shop.AskAnewAsync(ct);
        if (api is null) return [new ProbeFinding("reachability", ProbeLevel.Failed, Words.Of(why!), "Correct the url or the keys of the connection, then run the doctor again.")];
        var findings = await api.ProbeAsync(tryWriting, ct);
        if (findings is [{ Level: ProbeLevel.Failed }]) return [.. findings, .. await OtherApiAsync(api, ct)];
        return [.. findings, .. AddOnFindings.Of(api, _shop.IsTold, await api.AddOn.AskAsync(ct))];
    }

    private async Task<IReadOnlyList<ProbeFinding>> OtherApiAsync(IShopApi told, CancellationToken ct) =>
        _shop.IsTold && await _shop.DetectAsync(ct) is DetectedApi.Found found && found.Api != told.Choice
            ? [new ProbeFinding("api", ProbeLevel.Failed, $"The pair file names {told.Title}, and the shop has another.", "Remove the setting api, or correct it.")]
            : [];

    private IEnumerable<string> Lacks()
    {
        var addOn = _shop.Known?.AddOn.Known;
        if (addOn?.Can("hints") != true) yield return "Notifications: X-Cart sends none by itself, so that changes are found by sweeps, unless the add-on is installed.";
        if (Tracking is null) yield return "Tracking numbers: X-Cart 5.5 takes them only through the add-on.";
        yield return "Returns: X-Cart shows no document for them over its APIs; an order's status tells of whole ones, lines of the staff notes tell of parts.";
        yield return "Refunds: X-Cart's APIs move no money; what the ERP credits is refunded by a person in the shop's admin area.";
        yield return "Carriers beside tracking numbers: X-Cart keeps the number alone; the carrier is told on the order's timeline.";
        if (ErpNumber is null) yield return "The ERP's number and notes on the order: X-Cart 5.5 takes staff notes only through the add-on.";
        if (StockLevels is null) yield return "Stock levels: without the add-on a sale between reading and setting can be overwritten; safety stock covers that.";
        yield return "Expected dates of goods from purchase orders: a product's arrival date announces it before its first sale, and X-Cart 5.5 takes none.";
        foreach (var lack in _shop.Known?.Lacks ?? []) yield return lack;
    }
}
