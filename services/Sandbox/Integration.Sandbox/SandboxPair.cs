using Integration.Sandbox.Acumatica;
using Integration.Sandbox.Shop;

namespace Integration.Sandbox;

/// <summary>A sandbox storefront and a sandbox ERP that fit together. Their state is in their own files and outlives every process.</summary>
public sealed class SandboxPair : IAsyncDisposable
{
    private readonly ShopStandIn _shop;
    private readonly ErpStandIn _erp;

    private SandboxPair(ShopStandIn shop, ErpStandIn erp)
    {
        _shop = shop;
        _erp = erp;
    }

    /// <summary>The shop's address.</summary>
    public Uri Shop => _shop.BaseUrl;

    /// <summary>The ERP's address.</summary>
    public Uri Erp => _erp.BaseUrl;

    /// <summary>Opens or makes both and starts serving them.</summary>
    /// <exception cref="IOException">A port is taken.</exception>
    public static async Task<SandboxPair> StartAsync(SandboxPairOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var version = options.StoreApi == ShopApi.Rest55 ? "-5.5" : "";
        Directory.CreateDirectory(options.Folder);
        var shop = await ShopStandIn.StartAsync(
            new ShopOptions
            {
                Api = options.StoreApi,
                AddOn = options.AddOn,
                DataFile = Path.Combine(options.Folder, $"shop{version}.db"),
                Port = options.ShopPort,
                WriteKey = options.ShopKey,
                FirstOrderNumber = 1001,
            },
            cancellationToken);
        try
        {
            var erp = await ErpStandIn.StartAsync(
                new ErpOptions
                {
                    DataFile = Path.Combine(options.Folder, $"erp{version}.db"),
                    Port = options.ErpPort,
                    Tenant = options.ErpTenant,
                    ClientId = options.ErpClientId,
                    ClientSecret = options.ErpClientSecret,
                    Password = options.ErpPassword,
                },
                cancellationToken);
            return new SandboxPair(shop, erp);
        }
        catch
        {
            await shop.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _erp.DisposeAsync();
        await _shop.DisposeAsync();
    }
}
