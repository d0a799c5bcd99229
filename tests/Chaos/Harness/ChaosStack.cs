using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Integration.Run.Stack;
using Integration.Tests.Servers;
using Npgsql;
using Xunit;

namespace Integration.Tests.Chaos.Harness;

/// <summary>
/// All services with their stand-ins: in this process on SQLite and memory, or each as its own process on RabbitMQ and PostgreSQL with a
/// fresh virtual host and database. Its folder goes with it.
/// </summary>
internal sealed class ChaosStack : IAsyncDisposable
{
    /// <summary>Set to 1 to keep the folders with the services' logs.</summary>
    private const string KeepVariable = "INTEGRATION_CHAOS_KEEP";

    private const int PoolOfEachService = 15;
    // What a stand-in holds after an hour's orders is hundreds of megabytes.
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromMinutes(2) };
    private readonly ConcurrentQueue<string> _told = new();
    private readonly List<IAsyncDisposable> _rented = [];
    private readonly string _folder = TestSettings.NewFolder("chaos");
    private IRunningStack? _stack;

    private ChaosStack(PairUnderChaos? pair = null) => Pair = pair ?? PairUnderChaos.Acumatica;

    /// <summary>The pair that it runs.</summary>
    public PairUnderChaos Pair { get; }

    public string PairsFolder => Path.Combine(DataFolder, "pairs");

    public StandIn Shop => new(_http, State.Shop);

    public StandIn Erp => new(_http, State.Erp);

    /// <summary>Where callers of the ERP sign in.</summary>
    public StandIn SignIn => Pair.SignIn(_http, State);

    public Operations Operations => new(_http, State.Console);

    public StackState State => _stack!.State;

    /// <summary>The processes, when each service is one.</summary>
    public SeparateStack Processes => (SeparateStack)_stack!;

    /// <summary>What the services keep and log.</summary>
    public string DataFolder { get; private set; } = "";

    /// <summary>How often the services were killed so far (128 + SIGKILL), by name.</summary>
    public IReadOnlyDictionary<string, int> Deaths => _told.Where(text => text.Contains(" ended with code 137", StringComparison.Ordinal))
        .CountBy(text => text.Split(' ')[0]).ToDictionary(death => death.Key, death => death.Value);

    /// <summary>Services that ended by themselves, with how.</summary>
    public IReadOnlyList<string> Ended => [.. _told.Where(text => text.Contains(" ended with code ", StringComparison.Ordinal) && !text.Contains(" code 137", StringComparison.Ordinal))
        .Select(text => text[..text.IndexOf(';', StringComparison.Ordinal)])];

    public static Task<ChaosStack> EmbeddedAsync(CancellationToken ct, Action<JsonObject>? editPair = null, bool addOn = false, string storeApi = "5.4", bool full = false, PairUnderChaos? pair = null) =>
        StartAsync(new ChaosStack(pair), new StackOptions { EditPair = editPair, AddOn = addOn, StoreApi = storeApi, Full = full }, [], ct);

    /// <summary>Separate processes that die at crash points, on the tests' shared servers.</summary>
    /// <param name="broker">The shared broker.</param>
    /// <param name="postgres">The shared database server.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="editPair">Changes the pair before anything starts.</param>
    /// <param name="defect">A mistake that all services have, or null.</param>
    /// <param name="addOn">The shop has our add-on.</param>
    /// <param name="crashes">Service → the crash points of its launches, one each, in their order; null for none.</param>
    /// <param name="pair">The pair; null for the usual one.</param>
    public static async Task<ChaosStack> SeparateAsync(
        BrokerFixture broker, PostgresFixture postgres, CancellationToken ct, Action<JsonObject>? editPair = null, string? defect = null, bool addOn = false,
        IReadOnlyDictionary<string, IReadOnlyList<string>>? crashes = null, PairUnderChaos? pair = null)
    {
        var host = await broker.FreshVirtualHostAsync(ct);
        var database = await postgres.FreshDatabaseAsync(ct);
        var stack = new ChaosStack(pair);
        stack._rented.AddRange([database, host]);
        return await SeparateAsync(stack, host.Amqp, database.ConnectionString, editPair, defect, addOn, crashes, ct);
    }

    /// <summary>Separate processes on servers that the test breaks itself.</summary>
    public static Task<ChaosStack> SeparateAsync(Uri broker, string database, CancellationToken ct, Action<JsonObject>? editPair = null, string? defect = null, PairUnderChaos? pair = null) =>
        SeparateAsync(new ChaosStack(pair), broker, database, editPair, defect, addOn: false, crashes: null, ct);

    private static Task<ChaosStack> SeparateAsync(
        ChaosStack stack, Uri broker, string database, Action<JsonObject>? editPair, string? defect, bool addOn, IReadOnlyDictionary<string, IReadOnlyList<string>>? crashes, CancellationToken ct)
    {
        // A dead process keeps its lease for that long; production's quarter of a minute only makes the test longer.
        // So would the default rate of bulk retries, which spares people's ERPs.
        var environment = new Dictionary<string, string>
        {
            ["INTEGRATION_ENVIRONMENT"] = "Test", ["INTEGRATION_Connections__Lease"] = "00:00:04", ["INTEGRATION_Console__RetriesPerSecond"] = "200",
        };
        if (defect is not null) environment["INTEGRATION_DEFECT"] = defect;
        return StartAsync(
            stack,
            new StackOptions
            {
                Separate = true,
                Broker = broker.ToString(),
                Database = new NpgsqlConnectionStringBuilder(database) { MaxPoolSize = PoolOfEachService }.ConnectionString,
                EditPair = editPair,
                AddOn = addOn,
                FirstLaunches = (crashes ?? new Dictionary<string, IReadOnlyList<string>>()).ToDictionary(
                    plan => plan.Key,
                    IReadOnlyList<IReadOnlyDictionary<string, string>> (plan) =>
                        [.. plan.Value.Select(point => new Dictionary<string, string> { ["INTEGRATION_CRASH_AT"] = point })]),
            },
            environment, ct);
    }

    public Task<Ledger> LedgerAsync(CancellationToken ct) => Ledger.ReadAsync(Shop, SandboxPairFile.StorefrontCode, Erp, ct);

    /// <summary>Places one order and tells its id and number.</summary>
    public async Task<(string Id, string Number)> PlaceAsync(JsonObject checkout, CancellationToken ct)
    {
        var placed = (await Shop.PostAsync("checkout", checkout, ct))!;
        return (placed["orderId"]!.ToString(), placed["orderNumber"]!.ToString());
    }

    /// <summary>Places many orders in one transaction of the shop and tells their ids and numbers.</summary>
    public async Task<IReadOnlyList<(string Id, string Number)>> PlaceManyAsync(IEnumerable<JsonObject> checkouts, CancellationToken ct) =>
        [.. (await Shop.PostAsync("checkout", new JsonArray([.. checkouts]), ct))!.AsArray().Select(placed => (placed!["orderId"]!.ToString(), placed["orderNumber"]!.ToString()))];

    /// <summary>Kills a service as a power cut would (SIGKILL); false when it is not running just now.</summary>
    public bool Kill(string service)
    {
        try
        {
            using var process = Process.GetProcessById(State.Processes[service]);
            process.Kill();
            return true;
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>The ERP's warehouse ships whatever is open.</summary>
    public async Task ShipOpenAsync(CancellationToken ct)
    {
        foreach (var order in (await Erp.StateAsync(ct))["orders"]!.AsArray().Where(order => Pair.IsOpen(order!.AsObject())))
        {
            await Erp.PostAsync("ship", new JsonObject { ["orderNbr"] = order!["orderNbr"]!.ToString() }, ct);
        }
    }

    /// <summary>Nobody hears the ERP's events any more.</summary>
    public async Task ForgetEventsAsync(CancellationToken ct)
    {
        using var answer = await _http.DeleteAsync(new Uri(State.Erp, "_sandbox/events"), ct);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Waits until every order is in the ERP once and shown back, while the warehouse ships.</summary>
    public Task<Ledger> SettleAsync(TimeSpan deadline, CancellationToken ct, bool ship = true) => Eventually.FindAsync(
        async token =>
        {
            if (ship) await ShipOpenAsync(token);
            return await LedgerAsync(token);
        },
        ledger => ledger.IsWhole,
        deadline, ledger => ledger.ToString(), ct);

    /// <summary>As <see cref="SettleAsync"/>, and tells the ledger as it is when the time is over.</summary>
    public Task<Ledger> LastLedgerAsync(TimeSpan deadline, CancellationToken ct) =>
        Eventually.LastAsync(LedgerAsync, ledger => ledger.IsWhole, deadline, TimeSpan.FromSeconds(1), ct);

    /// <summary>What the services of an embedded stack logged so far.</summary>
    public async Task<IReadOnlyList<string>> LogAsync(CancellationToken ct)
    {
        await using var file = new FileStream(Path.Combine(DataFolder, "logs", "standalone.log"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        return (await reader.ReadToEndAsync(ct)).Split('\n');
    }

    /// <summary>Rewrites the pair's file, as an operator would.</summary>
    public async Task EditPairAsync(Action<JsonObject> edit, CancellationToken ct, string? pair = null)
    {
        var file = Path.Combine(PairsFolder, $"{pair ?? Pair.Name}.json");
        var text = JsonNode.Parse(await File.ReadAllTextAsync(file, ct))!.AsObject();
        edit(text);
        await File.WriteAllTextAsync(file, text.ToJsonString(), ct);
    }

    public async ValueTask DisposeAsync()
    {
        if (_stack is not null) await _stack.DisposeAsync();
        foreach (var rented in _rented) await rented.DisposeAsync();
        _http.Dispose();
        if (Environment.GetEnvironmentVariable(KeepVariable) == "1") TestContext.Current.SendDiagnosticMessage($"Kept: {_folder}");
        else Directory.Delete(_folder, recursive: true);
    }

    private static async Task<ChaosStack> StartAsync(ChaosStack chaos, StackOptions options, Dictionary<string, string> environment, CancellationToken ct)
    {
        options = options with { DataRoot = chaos._folder, Pair = chaos.Pair.Name };
        chaos.DataFolder = options.DataFolder;
        try
        {
            chaos._stack = await Stacks.StartAsync(options, environment, chaos._told.Enqueue, ct);
            return chaos;
        }
        catch
        {
            await chaos.DisposeAsync();
            throw;
        }
    }
}
