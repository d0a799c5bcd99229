using Integration.Platform.Hosting;
using Integration.Sandbox;
using Integration.Standalone;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace Integration.Run.Stack;

/// <summary>Everything in this process: the sandboxes and all services.</summary>
internal sealed class EmbeddedStack : IRunningStack
{
    private readonly SandboxPair _sandbox;
    private readonly WebApplication _services;

    private EmbeddedStack(Backing backing, SandboxPair sandbox, WebApplication services, StackState state)
    {
        Backing = backing;
        _sandbox = sandbox;
        _services = services;
        State = state;
    }

    public Backing Backing { get; }

    public StackState State { get; }

    public static async Task<EmbeddedStack> StartAsync(StackOptions options, StackFolders folders, Backing backing, CancellationToken ct)
    {
        var ports = StackPorts.Choose(StackState.Load(folders.Root));
        var sandbox = await SandboxPair.StartAsync(new SandboxPairOptions { Folder = folders.Sandbox, StoreApi = options.ShopApi, AddOn = options.AddOn, Erp = options.Erp.Kind, ShopPort = ports.Shop, ErpPort = ports.Erp, SignInPort = ports.SignIn, DataversePort = ports.Dataverse }, ct);
        SandboxPairFile.Write(folders, new SandboxAddresses(sandbox.Shop, sandbox.Erp, sandbox.SignIn, sandbox.Dataverse), options);

        var settings = await backing.SettingsAsync(new ServiceRole("standalone", "services/Standalone"), folders, ct);
        var arguments = settings.Concat(ServiceEnvironment.Shared(folders)).Append(new("Urls", StackPorts.Url(ports.Console).ToString().TrimEnd('/')));
        var builder = StandaloneHost.CreateBuilder([.. arguments.Select(setting => $"--{setting.Key}={setting.Value}")]);
        builder.Logging.ClearProviders().AddProvider(new FileLog(Path.Combine(folders.Logs, "standalone.log")));
        var services = ServiceHost.Build(builder);
        await services.StartAsync(ct);

        var state = new StackState
        {
            ProcessId = Environment.ProcessId,
            Console = StackPorts.Url(ports.Console),
            Gateway = StackPorts.Url(ports.Console),
            Adapter = StackPorts.Url(ports.Console),
            Shop = sandbox.Shop,
            Erp = sandbox.Erp,
            SignIn = sandbox.SignIn,
            Dataverse = sandbox.Dataverse,
            StoreApi = options.StoreApi,
            AddOn = options.AddOn,
            BrokerPage = backing.BrokerPage,
            Processes = new Dictionary<string, int> { ["standalone"] = Environment.ProcessId },
        };
        state.Save(folders.Root);
        return new EmbeddedStack(backing, sandbox, services, state);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.StopAsync();
        await _services.DisposeAsync();
        await _sandbox.DisposeAsync();
        await Backing.DisposeAsync();
    }
}
