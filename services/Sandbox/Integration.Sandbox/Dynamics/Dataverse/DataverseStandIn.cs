using Integration.Sandbox.Dynamics.Dataverse.Access;
using Integration.Sandbox.Dynamics.Dataverse.Calls;
using Integration.Sandbox.Dynamics.Dataverse.Control;
using Integration.Sandbox.Dynamics.Dataverse.Limits;
using Integration.Sandbox.Dynamics.Dataverse.Queries;
using Integration.Sandbox.Dynamics.Dataverse.Records;
using Integration.Sandbox.Dynamics.Dataverse.Sales;
using Integration.Sandbox.Dynamics.Dataverse.Schema;
using Integration.Sandbox.Dynamics.Dataverse.Tracking;
using Integration.Sandbox.Dynamics.Dataverse.Webhooks;
using Integration.Sandbox.Dynamics.Dataverse.Writing;
using Integration.Sandbox.Faults;
using Integration.Sandbox.Serving;
using Integration.Sandbox.Storage;

namespace Integration.Sandbox.Dynamics.Dataverse;

/// <summary>
/// A Dataverse organization with Dynamics 365 Sales to build and test against: Web API v9.2 with the service's own manners, on 127.0.0.1, with its books in a
/// file that outlives it. What is proven and what is assumed about those manners is told in <c>docs/sandbox-dataverse.md</c>.
/// </summary>
public sealed class DataverseStandIn : IAsyncDisposable
{
    private readonly SandboxStore _store;
    private readonly Books _books;
    private readonly WebhookSender _webhooks;
    private readonly LoopbackServer _server;

    private DataverseStandIn(DataverseOptions options, SandboxStore store, Books books, WebhookSender webhooks, LoopbackServer server, FaultPlan faults, CallLog calls)
    {
        _store = store;
        _books = books;
        _webhooks = webhooks;
        _server = server;
        Faults = faults;
        Calls = calls;
        Settings = options.Settings;
    }

    /// <summary>Address of the organization, such as <c>http://127.0.0.1:41234/</c>; tokens are asked for with it.</summary>
    public Uri BaseUrl => _server.BaseUrl;

    /// <summary>Settings, which may be changed at any time.</summary>
    public DataverseSettings Settings { get; }

    /// <summary>Faults that it shows.</summary>
    public FaultPlan Faults { get; }

    /// <summary>Calls that it received.</summary>
    public CallLog Calls { get; }

    /// <summary>The organization's books.</summary>
    internal Books Books => _books;

    /// <summary>Opens or makes the books and starts listening.</summary>
    /// <exception cref="ArgumentException">The options lack a token check, or name a column or key that cannot be.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    /// <exception cref="InvalidDataException">The books were made by another version of the stand-in.</exception>
    public static async Task<DataverseStandIn> StartAsync(DataverseOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var tokens = options.Tokens ?? throw new ArgumentException("Nothing is there that knows the tokens of callers.", nameof(options));
        var (settings, time) = (options.Settings, options.Time);
        var store = await SandboxStore.OpenAsync(options.DataFile, cancellationToken);
        var books = await Books.OpenAsync(store, OrganizationSchema.Load(options.HasDualWrite), time, DerivedColumns.Complete, cancellationToken);
        var keys = new KeyBook(books, settings, time);
        try
        {
            await PlantAsync(options, books, new SchemaDesk(books, keys, time), cancellationToken);
        }
        catch
        {
            books.Dispose();
            await store.DisposeAsync();
            throw;
        }

        var webhooks = new WebhookSender(books, options.Organization, settings, time);
        var journal = new CommitJournal(time);
        books.Changed = (committed, user) =>
        {
            OrderCommits.Tell(committed, journal);
            webhooks.Notify(committed, user);
        };
        var root = new ServiceRoot();
        var addresses = new Addresses(books.Schema, keys, settings);
        var reader = new PayloadReader(books.Schema, addresses, settings);
        var writer = new Writer(keys, settings, new SalesRules(settings));
        var records = new RecordWriter(books, settings);
        var callers = new Callers(tokens, books, root);
        var dispatcher = new Dispatcher(
            books, addresses, new RecordReads(books, records, new ChangeFeed(books, records, root, settings, time), root), new RecordWrites(books, writer, reader, records, root, settings),
            new BulkMessages(writer, reader, books.Schema, root), new SalesActions(writer, reader, records, books.Schema, root, settings), new Metadata(books.Schema, keys, settings, root), root, settings, time);
        var (faults, calls) = (new FaultPlan(time), new CallLog(CallNames.Of));
        var server = await LoopbackServer.StartAsync(
            options.Port, faults, calls, time,
            application =>
            {
                new WebApi(callers, new ServiceProtection(settings, time), dispatcher, new BatchCalls(books, dispatcher), settings, time).Map(application);
                JournalEndpoint.Map(application, journal);
                new ControlCalls(
                    books, new OrderDesk(books, writer, reader), new CustomerDesk(books), new ItemDesk(books), new StockDesk(books), new Tampering(books, settings), new SchemaDesk(books, keys, time),
                    new OrganizationDesk(books), new WebhookDesk(books, webhooks), settings, callers).Map(application);
                options.Routes?.Invoke(application);
            },
            cancellationToken);
        root.Organization = server.BaseUrl;
        return new DataverseStandIn(options, store, books, webhooks, server, faults, calls);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _webhooks.DisposeAsync();
        _books.Dispose();
        await _store.DisposeAsync();
    }

    private static async Task PlantAsync(DataverseOptions options, Books books, SchemaDesk schema, CancellationToken cancellationToken)
    {
        if (books.Seed is not (0 or Seed.Version))
        {
            throw new InvalidDataException($"The books in {options.DataFile} were made by another version of the stand-in. Delete the file to begin anew.");
        }

        await schema.PlantAsync(options, cancellationToken);
        if (books.Seed == 0)
        {
            await books.RunAsync(transaction => Seed.Plant(transaction, options.Organization, Guid.Parse(options.ClientId)), cancellationToken);
            await books.PlantedAsync(Seed.Version, cancellationToken);
        }
    }
}
