using Integration.Connectors.Backfills;
using Integration.Connectors.Effects;
using Integration.Connectors.Flows;
using Integration.Connectors.Hints;
using Integration.Connectors.Lanes;
using Integration.Connectors.Lanes.Returns;
using Integration.Connectors.Lanes.Stock;
using Integration.Connectors.Lanes.Stock.Reading;
using Integration.Connectors.Lanes.Stock.Reserving;
using Integration.Connectors.Links;
using Integration.Connectors.Looks;
using Integration.Connectors.Privacy;
using Integration.Connectors.Schema;
using Integration.Connectors.Skus;
using Integration.Connectors.Sweeps;
using Integration.Connectors.TwoWay;
using Integration.Platform.Database;
using Integration.Platform.Messaging;
using Integration.Platform.Telemetry;
using Microsoft.Extensions.Options;

namespace Integration.Tests.Compliance.Connectors.Support;

/// <summary>The durable half of the connectors over a real database, with a clock set by hand.</summary>
internal sealed class ConnectorBench : IAsyncDisposable
{
    private readonly Func<ValueTask> _drop;

    private ConnectorBench(IDatabase database, Func<ValueTask> drop)
    {
        _drop = drop;
        Database = database;
        Book = new LookBook(Clock, new LookSignal());
        Store = new EffectStore(Clock);
        Links = new LinkStore(Clock);
        Emails = new EmailHash(Sealer);
        Inbox = new Inbox(Clock, Options.Create(new MessagingOptions { Transport = "rabbitmq" }));
        Timeline = new Timeline(Sent, Metrics, Clock);
        Messages = new LaneMessage(database, Inbox, Sent, new BackOffSteps(_ => BackOff), Clock);
        Guard = new LaneGuard(database, Sent, Clock);
        Seen = new CrawlBook(new KeyedHash(Sealer), Clock);
        Sweeps = new SweepRunner(database, Book, Seen, Metrics, Clock);
    }

    public SetClock Clock { get; } = new();
    public FlippingSealer Sealer { get; } = new();
    public SentMessages Sent { get; } = new();
    public IntegrationMetrics Metrics { get; } = new();
    public IDatabase Database { get; }
    public LookBook Book { get; }
    public EffectStore Store { get; }
    public LinkStore Links { get; }
    public EmailHash Emails { get; }
    public IInbox Inbox { get; }
    public Timeline Timeline { get; }
    public LaneMessage Messages { get; }
    public LaneGuard Guard { get; }
    public MappingGuard MappingGuard => new(Guard, Database, Clock);
    public IReadOnlyList<TimeSpan> BackOff { get; set; } = [];
    public CrawlBook Seen { get; }
    public SweepRunner Sweeps { get; }
    public RefundWatch Refunds => new(Timeline);
    public ReturnsInShop ReturnsInShop => new(Refunds, Sent, Timeline, Metrics, Clock);
    public OwnClaims Own { get; } = new();
    public StockLevels Levels => field ??= new StockLevels(Clock);

    public static async Task<ConnectorBench> OpenAsync(DatabaseOptions options, Func<ValueTask> drop, CancellationToken ct)
    {
        var database = DatabaseRegistration.Open(options);
        await DatabaseRegistration.MigrateAsync(
            database,
            [
                new ConnectorMigrations(), new FlowMigrations(), new SkuMigrations(), new CrawlMigrations(), new TwoWayMigrations(), new BackfillMigrations(),
                new ReturnMigrations(), new HintMigrations(), new StockMigrations(),
            ],
            TimeProvider.System,
            ct);
        return new ConnectorBench(database, drop);
    }

    /// <summary>A runner of this process.</summary>
    public EffectRunner Effects => new(Database, Store, Own, Clock);

    /// <summary>A runner of another process, such as this one after a crash.</summary>
    public EffectRunner OtherProcess() => new(Database, Store, new OwnClaims(), Clock);

    public LookReader<T> Reader<T>(ILookSource<T> source) => new(Database, Book, Sealer, Emails, Clock, source);

    /// <summary>What the order lane tells the stock lane.</summary>
    public OrderStock OrderStock(PairFolder folder) => new(new StockPairs(folder.Catalog), new Reservations(Levels, Clock), Sent);

    /// <summary>What the ERP's adapter tells the gateways of orders that count.</summary>
    public CountedOrders Counted(PairFolder folder) => new(new StockPairs(folder.Catalog), Book, Sent);

    public static Receipt Delivery(string queue = "q") => new(queue, Guid.CreateVersion7());

    public Task<T> Transact<T>(Func<IUnit, CancellationToken, Task<T>> work, CancellationToken ct) => Database.TransactAsync(work, ct);

    /// <summary>Every look, in the order of scope and id.</summary>
    public Task<IReadOnlyList<LookRow>> LooksAsync(CancellationToken ct) => Database.ReadAsync(
        (unit, token) => unit.ListAsync<LookRow>("SELECT scope AS Scope, entity AS Entity, id AS Id, dirty AS Dirty, due_at AS DueAt, found_by AS FoundBy FROM look ORDER BY scope, id", null, token), ct);

    /// <summary>Ids of the looks that are marked, in their order.</summary>
    public async Task<IReadOnlyList<string>> MarkedAsync(CancellationToken ct) => [.. (await LooksAsync(ct)).Where(look => look.Dirty > 0).Select(look => look.Id)];

    /// <summary>Reads a record as a lane does that saw the look like this.</summary>
    public Task ReadAsync(LookRow seen, DateTimeOffset? stamp, CancellationToken ct) => Database.TransactAsync(
        (unit, token) => LookBook.StoreAsync(
            unit, seen, new LookReading { ReadAt = Clock.GetUtcNow().ToUnixTimeMilliseconds(), Sequence = 1, Fingerprint = "f", Note = "", Stamp = stamp?.ToUnixTimeMilliseconds() }, token),
        ct);

    /// <summary>Reads every record that is marked.</summary>
    /// <param name="stamp">The change stamp that the reads saw; null for none.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Their ids.</returns>
    public async Task<IReadOnlyList<string>> ReadMarkedAsync(DateTimeOffset? stamp, CancellationToken ct)
    {
        var marked = (await LooksAsync(ct)).Where(look => look.Dirty > 0).ToList();
        foreach (var look in marked) await ReadAsync(look, stamp, ct);
        return [.. marked.Select(look => look.Id)];
    }

    public async ValueTask DisposeAsync()
    {
        if (Database is IAsyncDisposable disposable) await disposable.DisposeAsync();
        Metrics.Dispose();
        await _drop();
    }
}
