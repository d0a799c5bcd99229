using Integration.Sandbox.Acumatica;
using Integration.Sandbox.Dynamics.Entra;
using Integration.Sandbox.Dynamics.Finance;
using Integration.Sandbox.Shop;

namespace Integration.Sandbox;

/// <summary>A sandbox storefront and a sandbox ERP that fit together. Their state is in their own files and outlives every process.</summary>
public sealed class SandboxPair : IAsyncDisposable
{
    // What was started last is stopped first.
    private readonly Stack<IAsyncDisposable> _standIns;

    private SandboxPair(Stack<IAsyncDisposable> standIns, Uri shop, Uri erp, Uri? signIn)
    {
        _standIns = standIns;
        Shop = shop;
        Erp = erp;
        SignIn = signIn;
    }

    /// <summary>The shop's address.</summary>
    public Uri Shop { get; }

    /// <summary>The ERP's address.</summary>
    public Uri Erp { get; }

    /// <summary>Where the ERP's callers sign in when that is another system; null when it is the ERP itself.</summary>
    public Uri? SignIn { get; }

    /// <summary>Opens or makes both and starts serving them.</summary>
    /// <exception cref="IOException">A port is taken.</exception>
    public static async Task<SandboxPair> StartAsync(SandboxPairOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        Directory.CreateDirectory(options.Folder);
        var standIns = new Stack<IAsyncDisposable>();
        try
        {
            var shop = await ShopAsync(options, standIns, cancellationToken);
            var (erp, signIn) = options.Erp == SandboxErpKind.Dynamics
                ? await DynamicsAsync(options, standIns, cancellationToken)
                : (await AcumaticaAsync(options, standIns, cancellationToken), null);
            return new SandboxPair(standIns, shop, erp, signIn);
        }
        catch
        {
            await StopAsync(standIns);
            throw;
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => StopAsync(_standIns);

    private static async Task<Uri> ShopAsync(SandboxPairOptions options, Stack<IAsyncDisposable> standIns, CancellationToken cancellationToken)
    {
        var shop = await ShopStandIn.StartAsync(
            new ShopOptions
            {
                Api = options.StoreApi,
                AddOn = options.AddOn,
                DataFile = FileOf(options, "shop"),
                Port = options.ShopPort,
                WriteKey = options.ShopKey,
                FirstOrderNumber = 1001,
            },
            cancellationToken);
        standIns.Push(shop);
        return shop.BaseUrl;
    }

    private static async Task<Uri> AcumaticaAsync(SandboxPairOptions options, Stack<IAsyncDisposable> standIns, CancellationToken cancellationToken)
    {
        var erp = await ErpStandIn.StartAsync(
            new ErpOptions
            {
                DataFile = FileOf(options, "erp"),
                Port = options.ErpPort,
                Tenant = options.ErpTenant,
                ClientId = options.ErpClientId,
                ClientSecret = options.ErpClientSecret,
                Password = options.ErpPassword,
            },
            cancellationToken);
        standIns.Push(erp);
        return erp.BaseUrl;
    }

    private static async Task<(Uri Erp, Uri? SignIn)> DynamicsAsync(SandboxPairOptions options, Stack<IAsyncDisposable> standIns, CancellationToken cancellationToken)
    {
        var entra = await EntraStandIn.StartAsync(new EntraOptions { Port = options.SignInPort }, cancellationToken);
        standIns.Push(entra);
        var finance = await FinanceStandIn.StartAsync(new FinanceOptions { DataFile = FileOf(options, "erp"), Entra = entra, Port = options.ErpPort }, cancellationToken);
        standIns.Push(finance);
        return (finance.BaseUrl, entra.BaseUrl);
    }

    private static string FileOf(SandboxPairOptions options, string side)
    {
        var erp = options.Erp == SandboxErpKind.Dynamics ? "-dynamics" : "";
        var version = options.StoreApi == ShopApi.Rest55 ? "-5.5" : "";
        return Path.Combine(options.Folder, $"{side}{erp}{version}.db");
    }

    private static async ValueTask StopAsync(Stack<IAsyncDisposable> standIns)
    {
        while (standIns.TryPop(out var standIn)) await standIn.DisposeAsync();
    }
}
