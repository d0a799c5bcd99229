using Integration.LocalServers;
using Integration.Sandbox;

namespace Integration.Run.Stack;

/// <summary>Every service as its own process, restarted when it dies.</summary>
internal sealed class SeparateStack : IRunningStack
{
    private readonly StackOptions _options;
    private readonly StackFolders _folders;
    private readonly StackPorts _ports;
    private readonly Action<string> _say;
    private readonly Lock _saving = new();
    private readonly List<ServiceProcess> _processes = [];
    private readonly Dictionary<string, IReadOnlyDictionary<string, string>> _environments = [];

    private SeparateStack(StackOptions options, StackFolders folders, Backing backing, StackPorts ports, Action<string> say)
    {
        _options = options;
        _folders = folders;
        Backing = backing;
        _ports = ports;
        _say = say;
    }

    public Backing Backing { get; }

    public StackState State => new()
    {
        ProcessId = Environment.ProcessId,
        Console = StackPorts.Url(_ports.Console),
        Gateway = StackPorts.Url(_ports.Gateway),
        Adapter = StackPorts.Url(_ports.Adapter),
        OrderToCash = StackPorts.Url(_ports.OrderToCash),
        Shop = Addresses.Shop,
        Erp = Addresses.Erp,
        SignIn = Addresses.SignIn,
        Dataverse = Addresses.Dataverse,
        StoreApi = _options.StoreApi,
        AddOn = _options.AddOn,
        BrokerPage = Backing.BrokerPage,
        Processes = All().ToDictionary(process => process.Name, process => process.ProcessId),
    };

    private SandboxAddresses Addresses => new(StackPorts.Url(_ports.Shop), StackPorts.Url(_ports.Erp), _options.Erp.HasSignIn ? StackPorts.Url(_ports.SignIn) : null,
        _options.Erp.Kind == SandboxErpKind.DataverseFinance ? StackPorts.Url(_ports.Dataverse) : null);

    public static async Task<SeparateStack> StartAsync(
        StackOptions options, StackFolders folders, Backing backing, IReadOnlyDictionary<string, string> extra, Action<string> say, CancellationToken ct)
    {
        var ports = StackPorts.Choose(StackState.Load(folders.Root));
        var stack = new SeparateStack(options, folders, backing, ports, say);
        SandboxPairFile.Write(folders, stack.Addresses, options);
        stack.Start(ServiceRole.Sandbox, new Dictionary<string, string>
        {
            ["Sandbox__Folder"] = folders.Sandbox,
            ["Sandbox__StoreApi"] = $"{options.ShopApi}",
            ["Sandbox__AddOn"] = $"{options.AddOn}",
            ["Sandbox__Erp"] = $"{options.Erp.Kind}",
            ["Sandbox__ShopPort"] = $"{ports.Shop}",
            ["Sandbox__ErpPort"] = $"{ports.Erp}",
            ["Sandbox__SignInPort"] = $"{ports.SignIn}",
            ["Sandbox__DataversePort"] = $"{ports.Dataverse}",
        });
        foreach (var (role, port) in new[]
        {
            (ServiceRole.Console, ports.Console), (ServiceRole.OrderToCash, ports.OrderToCash),
            (ServiceRole.Gateway, ports.Gateway), (options.Erp.Adapter, ports.Adapter),
        })
        {
            var settings = await backing.SettingsAsync(role, folders, ct);
            stack.Start(role, ServiceEnvironment.For(settings, folders, StackPorts.Url(port), extra));
        }

        stack.Save();
        return stack;
    }

    /// <summary>Starts one more process of a service; its name and address.</summary>
    public (string Name, Uri Address) AddReplica(ServiceRole role)
    {
        var address = StackPorts.Url(LoopbackPorts.Free(1)[0]);
        var replica = role with { Name = $"{role.Name}-{All().Count(process => process.Name.StartsWith(role.Name, StringComparison.Ordinal)) + 1}" };
        Start(replica, ServiceEnvironment.At(_environments[role.Name], address));
        Save();
        return (replica.Name, address);
    }

    /// <summary>Stops a process in good order, for good.</summary>
    public async Task StopReplicaAsync(string name)
    {
        var process = Process(name);
        await process.DisposeAsync();
        lock (_saving) _processes.Remove(process);
        Save();
    }

    /// <summary>Stops a process in good order; it is started again as one that died would be.</summary>
    public Task RestartAsync(string name, CancellationToken ct) => Process(name).RestartAsync(ct);

    public async ValueTask DisposeAsync()
    {
        // Producers first, so that nothing new comes while the others finish.
        foreach (var process in All().Reverse()) await process.DisposeAsync();
        await Backing.DisposeAsync();
    }

    private ServiceProcess Process(string name) => All().Single(process => process.Name == name);

    private ServiceProcess[] All()
    {
        lock (_saving) return [.. _processes];
    }

    private void Start(ServiceRole role, IReadOnlyDictionary<string, string> environment)
    {
        _environments[role.Name] = environment;
        var assembly = Repository.AssemblyOf(role.Project);
        if (!File.Exists(assembly)) throw new StackException($"{role.Name} is not built ({assembly} is missing): start it through ./run, which builds it.");
        var process = new ServiceProcess(role.Name, assembly, environment, _options.FirstLaunches.GetValueOrDefault(role.Name, []), _folders.Logs, _say, Save);
        lock (_saving) _processes.Add(process);
    }

    private void Save()
    {
        lock (_saving) State.Save(_folders.Root);
    }
}
