using Integration.Connectors.Http;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.XCart.ErpNumbers;
using Integration.XCart.Orders;
using Integration.XCart.Probing;
using Integration.XCart.Protocol;
using Integration.XCart.Setup;
using Integration.XCart.Status;
using Integration.XCart.Tracking;

namespace Integration.XCart;

/// <summary>A shop of X-Cart 5.0 to 5.4 over its REST API add-on.</summary>
internal sealed class XCartConnector : IStorefront, IDisposable
{
    private readonly OutsideHttp _http;
    private readonly ShopProbe _probe;

    public XCartConnector(ConnectionDefinition connection, OutsideHttp http, ShopKeys keys, TimeProvider time)
    {
        _http = http;
        var settings = XCartSettings.Of(connection);
        var shop = new RestApi(http, keys, settings.AdminScript);
        Connection = connection.Name;
        LongestLateCommit = settings.LongestLateCommit;
        Orders = new OrderReader(shop, settings, time);
        FulfilmentStatus = new ShippingStatusWriter(shop);
        Tracking = new TrackingNumbers(shop);
        ErpNumber = new ErpNumberNotes(shop);
        _probe = new ShopProbe(shop, connection, time);
    }

    public string Connection { get; }

    public Capabilities Capabilities { get; } = new()
    {
        ChangedSince = true,
        WriteFulfilmentStatus = true,
        WriteTracking = true,
        WriteErpNumber = true,
        Unsupported =
        [
            "Notifications: X-Cart sends none by itself, so that changes are found by sweeps.",
            "A tracking number added over the API and a second partial refund do not move an order's change stamp, so that sweeps do not see them.",
        ],
    };

    public TimeSpan LongestLateCommit { get; }

    public IStorefrontOrders Orders { get; }

    public IFulfilmentStatusWriter? FulfilmentStatus { get; }

    public ITrackingWriter? Tracking { get; }

    public IErpNumberWriter? ErpNumber { get; }

    public Task<IReadOnlyList<ProbeFinding>> ProbeAsync(CancellationToken ct) => _probe.RunAsync(tryWriting: true, ct);

    public Task<IReadOnlyList<ProbeFinding>> ProbeReadingAsync(CancellationToken ct) => _probe.RunAsync(tryWriting: false, ct);

    public void Dispose() => _http.Dispose();
}
