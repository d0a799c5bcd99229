using Integration.Sandbox.Dynamics.Finance.Calls;
using Integration.Sandbox.Dynamics.Finance.Control;
using Integration.Sandbox.Dynamics.Finance.Events;
using Integration.Sandbox.Dynamics.Finance.Forms;
using Integration.Sandbox.Dynamics.Finance.Records;
using Integration.Sandbox.Dynamics.Finance.Schema;
using Integration.Sandbox.Faults;
using Integration.Sandbox.Serving;
using Integration.Sandbox.Storage;

namespace Integration.Sandbox.Dynamics.Finance;

/// <summary>
/// A Dynamics 365 Finance and Operations to build and test against: the OData service under <c>/data</c> with the application's own manners and
/// rules, and business events, on 127.0.0.1, with its books in a file that outlives it. What is proven and what is assumed about those manners is
/// told in <c>docs/sandbox-dynamics.md</c>.
/// </summary>
public sealed class FinanceStandIn : IAsyncDisposable
{
    private readonly SandboxStore _store;
    private readonly Books _books;
    private readonly EventSender _events;
    private readonly LoopbackServer _server;

    private FinanceStandIn(FinanceOptions options, SandboxStore store, Books books, EventSender events, LoopbackServer server, FaultPlan faults, CallLog calls)
    {
        _store = store;
        _books = books;
        _events = events;
        _server = server;
        Settings = options.Settings;
        Faults = faults;
        Calls = calls;
    }

    /// <summary>Where it listens, such as <c>http://127.0.0.1:41234/</c>.</summary>
    public Uri BaseUrl => _server.BaseUrl;

    /// <summary>Settings, which may be changed at any time.</summary>
    public FinanceSettings Settings { get; }

    /// <summary>Faults that it shows.</summary>
    public FaultPlan Faults { get; }

    /// <summary>Calls that it received.</summary>
    public CallLog Calls { get; }

    /// <summary>The environment's books.</summary>
    internal Books Books => _books;

    /// <summary>Opens or makes the books and starts listening.</summary>
    /// <exception cref="IOException">The port is taken.</exception>
    /// <exception cref="InvalidDataException">The books were made by another version of the stand-in.</exception>
    public static async Task<FinanceStandIn> StartAsync(FinanceOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var (settings, time) = (options.Settings, options.Time);
        var store = await SandboxStore.OpenAsync(options.DataFile, cancellationToken);
        var books = new Books(store, Metadata.Load(options.OrderFields), time);
        try
        {
            await books.OpenAsync(Seed.Version, Seed.Plant, cancellationToken);
        }
        catch
        {
            books.Dispose();
            await store.DisposeAsync();
            throw;
        }

        var endpoints = new Endpoints(books);
        var events = new EventSender(store, endpoints, settings, time);
        var journal = new CommitJournal(time);
        books.Changed = committed =>
        {
            OrderCommits.Tell(committed, journal);
            events.Notify(committed);
        };
        var service = new DataService(books, new Reads(books, settings), new Writes(new FormBook(), settings), settings);
        var gate = new Gate(options.Entra.Tokens, options);
        var (faults, calls) = (new FaultPlan(time), new CallLog(CallNames.Of));
        var server = await LoopbackServer.StartAsync(
            options.Port,
            faults,
            calls,
            time,
            application =>
            {
                new DataCalls(service, new Batches(service, settings), gate, settings, time).Map(application);
                JournalEndpoint.Map(application, journal);
                new ControlCalls(options, books, gate, events, endpoints).Map(application);
            },
            cancellationToken);
        return new FinanceStandIn(options, store, books, events, server, faults, calls);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _events.DisposeAsync();
        _books.Dispose();
        await _store.DisposeAsync();
    }
}
