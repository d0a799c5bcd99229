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
    /// <exception cref="ArgumentException">There is no such version of the shop.</exception>
    public static async Task<SandboxPair> StartAsync(SandboxPairOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var api = options.StoreApi switch
        {
            "5.4" => ShopApi.Legacy54,
            "5.5" => ShopApi.Rest55,
            _ => throw new ArgumentException($"There is no sandbox shop of version '{options.StoreApi}'. Try 5.4 or 5.5.", nameof(options)),
        };
        var version = api == ShopApi.Legacy54 ? "" : $"-{options.StoreApi}";
        Directory.CreateDirectory(options.Folder);
        var shop = await ShopStandIn.StartAsync(
            new ShopOptions
            {
                Api = api,
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
