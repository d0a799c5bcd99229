using Integration.Sandbox.Acumatica;
using Integration.Sandbox.Dynamics.Dataverse;
using Integration.Sandbox.Dynamics.DualWrite;
using Integration.Sandbox.Dynamics.Entra;
using Integration.Sandbox.Dynamics.Finance;
using Integration.Sandbox.Shop;

namespace Integration.Sandbox;

/// <summary>A sandbox storefront and a sandbox ERP that fit together. Their state is in their own files and outlives every process.</summary>
public sealed class SandboxPair : IAsyncDisposable
{
    // What was started last is stopped first.
    private readonly Stack<IAsyncDisposable> _standIns;

    private SandboxPair(Stack<IAsyncDisposable> standIns, Uri shop, SandboxErp erp)
    {
        _standIns = standIns;
        Shop = shop;
        (Erp, SignIn, Dataverse) = (erp.Address, erp.SignIn, erp.Dataverse);
    }

    /// <summary>The shop's address.</summary>
    public Uri Shop { get; }

    /// <summary>The ERP's address; Finance &amp; Operations' where Dataverse stands beside it.</summary>
    public Uri Erp { get; }

    /// <summary>Where the ERP's callers sign in when that is another system; null when it is the ERP itself.</summary>
    public Uri? SignIn { get; }

    /// <summary>Dataverse's address; the ERP's where it stands alone, null where there is none.</summary>
    public Uri? Dataverse { get; }

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
            var erp = options.Erp == SandboxErpKind.Acumatica ? await AcumaticaAsync(options, standIns, cancellationToken) : await DynamicsAsync(options, standIns, cancellationToken);
            return new SandboxPair(standIns, shop, erp);
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

    private static async Task<SandboxErp> AcumaticaAsync(SandboxPairOptions options, Stack<IAsyncDisposable> standIns, CancellationToken cancellationToken)
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
        return new SandboxErp(erp.BaseUrl, null, null);
    }

    private static async Task<SandboxErp> DynamicsAsync(SandboxPairOptions options, Stack<IAsyncDisposable> standIns, CancellationToken cancellationToken)
    {
        var entra = await EntraStandIn.StartAsync(new EntraOptions { Port = options.SignInPort }, cancellationToken);
        standIns.Push(entra);
        var finance = new FinanceOptions { DataFile = FileOf(options, "erp"), Entra = entra, Port = options.ErpPort };
        var dataverse = new DataverseOptions { DataFile = FileOf(options, "erp"), ClientId = entra.Options.Applications[0].ClientId, Tokens = entra.Tokens, Port = options.ErpPort };
        switch (options.Erp)
        {
            case SandboxErpKind.Dataverse:
                var alone = await DataverseStandIn.StartAsync(dataverse, cancellationToken);
                standIns.Push(alone);
                return new SandboxErp(alone.BaseUrl, entra.BaseUrl, alone.BaseUrl);
            case SandboxErpKind.DataverseFinance:
                var both = await DualWriteStandIn.StartAsync(
                    new DualWriteOptions { Finance = finance, Dataverse = dataverse with { DataFile = FileOf(options, "dataverse"), Port = options.DataversePort } }, cancellationToken);
                standIns.Push(both);
                return new SandboxErp(both.Finance.BaseUrl, entra.BaseUrl, both.Dataverse.BaseUrl);
            default:
                var only = await FinanceStandIn.StartAsync(finance, cancellationToken);
                standIns.Push(only);
                return new SandboxErp(only.BaseUrl, entra.BaseUrl, null);
        }
    }

    private static string FileOf(SandboxPairOptions options, string side)
    {
        var erp = options.Erp switch
        {
            SandboxErpKind.Dynamics => "-dynamics",
            SandboxErpKind.Dataverse => "-dataverse",
            SandboxErpKind.DataverseFinance => "-dual-write",
            _ => "",
        };
        var version = options.StoreApi == ShopApi.Rest55 ? "-5.5" : "";
        return Path.Combine(options.Folder, $"{side}{erp}{version}.db");
    }

    private static async ValueTask StopAsync(Stack<IAsyncDisposable> standIns)
    {
        while (standIns.TryPop(out var standIn)) await standIn.DisposeAsync();
    }

    private sealed record SandboxErp(Uri Address, Uri? SignIn, Uri? Dataverse);
}
