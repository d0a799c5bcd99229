using Integration.Connectors.Http;
using Integration.Connectors.Pairs;
using Integration.XCart.AddOn;
using Integration.XCart.Api54;
using Integration.XCart.Api55;
using Integration.XCart.Setup;
using Microsoft.Extensions.Logging.Abstractions;

namespace Integration.Tests.Integration.AddOn;

/// <summary>The gateway's side of the add-on's calls, over real HTTP.</summary>
internal sealed class Gateway : IDisposable
{
    private readonly OutsideHttp _http;

    /// <param name="shop">Which.</param>
    /// <param name="edition"><c>54</c> or <c>55</c>.</param>
    /// <param name="write">The key that writes use.</param>
    /// <param name="read">The key that reads use.</param>
    /// <param name="concurrentCalls">Most calls at the same time.</param>
    public Gateway(PhpShop shop, string edition, string write = PhpShop.WriteKey, string read = PhpShop.ReadKey, int concurrentCalls = 4)
    {
        var connection = new ConnectionDefinition { Name = "xc1", Kind = "xcart", Url = shop.Url, ConcurrentCalls = concurrentCalls, File = "pairs/test.json" };
        _http = OutsideHttp.Create(connection, [write, read], TimeProvider.System, NullLogger.Instance);
        Client = new AddOnClient(_http, new ShopKeys(write, read), edition == "54" ? new AddOnDoor54("admin.php") : new AddOnDoor55());
        Bridge = new AddOnBridge(Client, TimeProvider.System);
        Stock = new AddOnStock(Bridge);
        Orders = new AddOnOrders(Bridge);
    }

    public AddOnClient Client { get; }

    public AddOnBridge Bridge { get; }

    public AddOnStock Stock { get; }

    public AddOnOrders Orders { get; }

    public void Dispose() => _http.Dispose();
}
