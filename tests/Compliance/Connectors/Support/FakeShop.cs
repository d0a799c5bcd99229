using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Contracts.Orders;
using Integration.Contracts.Records;

namespace Integration.Tests.Compliance.Connectors.Support;

/// <summary>A storefront in memory.</summary>
internal sealed class FakeShop : IStorefront, IStorefrontOrders, IFulfilmentStatusWriter, IPaymentStatusWriter, ITrackingWriter, IErpNumberWriter, IOrderNoteWriter
{
    public ConcurrentDictionary<string, Order> Shown { get; } = new(StringComparer.Ordinal);

    /// <summary>Answers instead of the stored order, once each.</summary>
    public ConcurrentQueue<ReadOutcome<Order>> Instead { get; } = new();

    public Func<string, Task>? WhileReading { get; set; }

    public int Reads;

    public List<ChangePage> Pages { get; } = [];

    public DateTimeOffset? Since { get; private set; }

    public ConcurrentDictionary<string, string> StatusOf { get; } = new(StringComparer.Ordinal);

    public List<(string Order, string Number)> TrackingOf { get; } = [];

    public List<string> ErpNumbers { get; } = [];

    public int StatusWrites;

    public Queue<WriteOutcome> NextWrites { get; } = new();

    public bool CanTrack { get; init; } = true;

    public string Connection => "shop";

    public Capabilities Capabilities { get; } = new();

    public TimeSpan LongestLateCommit => TimeSpan.FromMinutes(2);

    public IStorefrontOrders Orders => this;

    public IFulfilmentStatusWriter FulfilmentStatus => this;

    public IStockLevels? StockLevels { get; set; }

    public ISales? Sales { get; set; }

    public ITrackingWriter? Tracking => CanTrack ? this : null;

    public IErpNumberWriter ErpNumber => this;

    public bool HintsEveryChange { get; set; }

    /// <summary>Whether it adds numbers and lines once however often it is asked.</summary>
    public bool AddsOnce { get; set; }

    public Task<bool> AddsOnceAsync(CancellationToken ct) => Task.FromResult(AddsOnce);

    /// <summary>Orders that its own change stamps tell nothing of; the schedule is short for tests.</summary>
    public FakeRecentOrders Recent { get; } = new();

    public IRecentOrders? RecentOrders => Recent;

    /// <summary>Its orders of the past.</summary>
    public FakeHistory History { get; } = new();

    public IOrderHistory? OrderHistory => History;

    public Task<IReadOnlyList<ProbeFinding>> ProbeAsync(CancellationToken ct) => Task.FromResult<IReadOnlyList<ProbeFinding>>([]);

    public async Task<ReadOutcome<Order>> ReadAsync(PairDefinition pair, string id, CancellationToken ct)
    {
        Interlocked.Increment(ref Reads);
        var order = Shown.GetValueOrDefault(id);
        if (WhileReading is { } during) await during(id);
        if (Instead.TryDequeue(out var instead)) return instead;
        return order is null ? new ReadOutcome<Order>.NotFound() : new ReadOutcome<Order>.Found(order);
    }

    public async IAsyncEnumerable<ChangePage> ChangedSinceAsync(DateTimeOffset since, [EnumeratorCancellation] CancellationToken ct)
    {
        Since = since;
        if (Pages.Count == 0) yield return new ChangePage([], null, Last: true);
        foreach (var page in Pages.ToList())
        {
            await Task.Yield();
            yield return page;
        }
    }

    Task<LookOutcome> IFulfilmentStatusWriter.LookAsync(string orderId, string code, CancellationToken ct) =>
        Task.FromResult<LookOutcome>(StatusOf.GetValueOrDefault(orderId) == code ? new LookOutcome.Same(Ref(orderId)) : new LookOutcome.Different(Ref(orderId), []));

    public Task<WriteOutcome> SetAsync(string orderId, string code, CancellationToken ct)
    {
        if (NextWrites.TryDequeue(out var next)) return Task.FromResult(next);
        Interlocked.Increment(ref StatusWrites);
        StatusOf[orderId] = code;
        return Task.FromResult<WriteOutcome>(new WriteOutcome.Done(Ref(orderId)));
    }

    Task<LookOutcome> ITrackingWriter.LookAsync(string orderId, string trackingNumber, CancellationToken ct) =>
        Task.FromResult<LookOutcome>(TrackingOf.Contains((orderId, trackingNumber)) ? new LookOutcome.Same(Ref(orderId)) : new LookOutcome.NotFound());

    public Task<WriteOutcome> AddAsync(string orderId, string trackingNumber, CancellationToken ct)
    {
        if (NextWrites.TryDequeue(out var next)) return Task.FromResult(next);
        TrackingOf.Add((orderId, trackingNumber));
        return Task.FromResult<WriteOutcome>(new WriteOutcome.Done(Ref(orderId)));
    }

    public ConcurrentDictionary<string, string> PaymentStatusOf { get; } = new(StringComparer.Ordinal);

    public List<string> NotesWritten { get; } = [];

    public IPaymentStatusWriter? PaymentStatus => this;

    public IOrderNoteWriter? Notes => this;

    public int LongestLine => 60;

    Task<LookOutcome> IPaymentStatusWriter.LookAsync(string orderId, string code, CancellationToken ct) =>
        Task.FromResult<LookOutcome>(PaymentStatusOf.GetValueOrDefault(orderId) == code ? new LookOutcome.Same(Ref(orderId)) : new LookOutcome.NotFound());

    Task<WriteOutcome> IPaymentStatusWriter.SetAsync(string orderId, string code, CancellationToken ct)
    {
        PaymentStatusOf[orderId] = code;
        return Task.FromResult<WriteOutcome>(new WriteOutcome.Done(Ref(orderId)));
    }

    /// <summary>How often somebody looked for a note.</summary>
    public int NoteLooks { get; private set; }

    Task<LookOutcome> IOrderNoteWriter.LookAsync(string orderId, string line, CancellationToken ct) =>
        Task.FromResult<LookOutcome>(++NoteLooks > 0 && NotesWritten.Contains(line) ? new LookOutcome.Same(Ref(orderId)) : new LookOutcome.NotFound());

    Task<WriteOutcome> IOrderNoteWriter.AddAsync(string orderId, string line, CancellationToken ct)
    {
        NotesWritten.Add(line);
        return Task.FromResult<WriteOutcome>(new WriteOutcome.Done(Ref(orderId)));
    }

    Task<LookOutcome> IErpNumberWriter.LookAsync(string orderId, string erpNumber, CancellationToken ct) =>
        Task.FromResult<LookOutcome>(ErpNumbers.Contains(erpNumber) ? new LookOutcome.Same(Ref(orderId)) : new LookOutcome.NotFound());

    public Task<WriteOutcome> WriteAsync(string orderId, string erpNumber, CancellationToken ct)
    {
        ErpNumbers.Add(erpNumber);
        return Task.FromResult<WriteOutcome>(new WriteOutcome.Done(Ref(orderId)));
    }

    private static RecordRef Ref(string id) => new(Entities.Order, id, id);
}
