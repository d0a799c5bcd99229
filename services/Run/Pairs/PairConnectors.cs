using Integration.Acumatica;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Dynamics;
using Integration.Platform.Database;
using Integration.Platform.Hosting;
using Integration.Run.Stack;
using Integration.XCart;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Integration.Run.Pairs;

/// <summary>
/// Connectors for a command of its own. They keep what they must in a throw-away database: a command signs in by itself and never touches
/// the tokens of a running service. Seats are freed at the end.
/// </summary>
internal sealed class PairConnectors : IAsyncDisposable
{
    private readonly DirectoryInfo _data;
    private readonly ServiceProvider _services;

    private PairConnectors(DirectoryInfo data, ServiceProvider services) => (_data, _services) = (data, services);

    public static async Task<PairConnectors> OpenAsync(string secrets, CancellationToken ct)
    {
        var data = Directory.CreateTempSubdirectory("integration-command-");
        var builder = ServiceHost.CreateBuilder([$"--Platform:DataFolder={data.FullName}", $"--Secrets:Folder={Path.GetFullPath(secrets)}", $"--Pairs:Folder={data.FullName}"], "command");
        builder.Logging.ClearProviders();
        builder.Services.AddXCartGateway(builder.Configuration);
        builder.Services.AddAcumaticaAdapter(builder.Configuration);
        builder.Services.AddDynamicsAdapter(builder.Configuration);
        var services = builder.Services.BuildServiceProvider();
        await DatabaseRegistration.MigrateAsync(services.GetRequiredService<IDatabase>(), services.GetServices<IMigrations>(), TimeProvider.System, ct);
        return new PairConnectors(data, services);
    }

    public IConnector Of(ConnectionDefinition connection)
    {
        var factory = _services.GetServices<IConnectorFactory>().FirstOrDefault(factory => factory.Kind == connection.Kind)
            ?? throw new StackException($"There is no connector of kind '{connection.Kind}'.");
        return factory.Create(connection);
    }

    public IErp Erp(PairDefinition pair) => Of(pair.Erp) as IErp ?? throw new StackException($"{pair.Erp.Kind} is no ERP.");

    public IStorefront Storefront(PairDefinition pair) => Of(pair.Storefront) as IStorefront ?? throw new StackException($"{pair.Storefront.Kind} is no storefront.");

    public async ValueTask DisposeAsync()
    {
        // The factories sign their connectors out.
        await _services.DisposeAsync();
        _data.Delete(recursive: true);
    }
}
