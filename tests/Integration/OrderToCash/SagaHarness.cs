using System.Collections.Concurrent;
using Integration.Contracts.Erp;
using Integration.Contracts.Operations;
using Integration.Contracts.Orders;
using Integration.Contracts.OrderToCash;
using Integration.Contracts.Routing;
using Integration.Contracts.Storefront;
using Integration.OrderToCash;
using Integration.OrderToCash.Payments;
using Integration.OrderToCash.Saga;
using Integration.OrderToCash.Screening;
using Integration.Platform.Database;
using Integration.Platform.Hosting;
using Integration.Platform.Messaging;
using Integration.Platform.Sagas;
using Integration.Tests.Integration.Platform;
using Integration.Tests.Servers;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Integration.Tests.Integration.OrderToCash;

/// <summary>The saga on the in-memory transport and SQLite or PostgreSQL, with everything that it sends kept in order of arrival.</summary>
internal sealed class SagaHarness : IAsyncDisposable
{
    public const string Pair = "shop-erp";
    private readonly Surroundings _surroundings;
    private readonly WebApplication _app;
    private readonly List<IQueueHandle> _queues = [];

    private SagaHarness(Surroundings surroundings)
    {
        _surroundings = surroundings;
        var builder = ServiceHost.CreateBuilder(["--Urls=http://127.0.0.1:0", .. surroundings.Settings.Select(setting => $"--{setting.Key}={setting.Value}")], "saga-test");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IPaymentSwitch>(Payments);
        builder.Services.AddOrderSaga();
        builder.Services.AddSingleton<IScreening>(Screening);
        _app = ServiceHost.Build(builder);
    }

    public FakeScreening Screening { get; } = new();

    public FakePaymentSwitch Payments { get; } = new();

    public OrderKey Key { get; } = new(Pair, "42");

    public ConcurrentQueue<object> Sent { get; } = new();

    public static async Task<SagaHarness> StartAsync(PostgresFixture? postgres = null)
    {
        var harness = new SagaHarness(await Surroundings.CreateAsync(null, postgres, Ct));
        await harness._app.StartAsync(Ct);
        var queues = harness._app.Services.GetRequiredService<IQueueHost>();
        harness._queues.Add(await OrderSagaEndpoint.ConnectAsync(queues, Pair, Ct));
        await harness.RecordAsync(queues, Queues.OrdersSubmit(Pair), e => { harness.Keep<SubmitSalesOrder>(e); harness.Keep<CancelSalesOrder>(e); harness.Keep<AmendSalesOrder>(e); });
        await harness.RecordAsync(queues, Queues.OrdersStatus(Pair), e => { harness.Keep<WriteErpNumber>(e); harness.Keep<SetFulfilmentStatus>(e); harness.Keep<AddTracking>(e); harness.Keep<ShowOrderCancelled>(e); harness.Keep<AddOrderNote>(e); });
        await harness.RecordAsync(queues, Queues.Write(Pair, "payments"), e => harness.Keep<PostPayment>(e));
        await harness.RecordAsync(queues, Queues.OrdersRead(Pair), e => harness.Keep<RereadRecord>(e));
        await harness.RecordAsync(queues, Queues.Console, e => { harness.Keep<ActivityRecorded>(e); harness.Keep<AttentionRaised>(e); harness.Keep<AttentionCleared>(e); harness.Keep<NoticeRaised>(e); harness.Keep<LaneReported>(e); });
        await harness.RecordAsync(queues, Queues.OrdersScreening(Pair), e => harness.Keep<ScreenOrder>(e));
        return harness;
    }

    /// <summary>Sends one message to the saga and waits until it was handled.</summary>
    public async Task GivenAsync<T>(T message) where T : class, IOrderMessage
    {
        var (database, outbox) = (_app.Services.GetRequiredService<IDatabase>(), _app.Services.GetRequiredService<IOutbox>());
        var id = Guid.NewGuid();
        await database.TransactAsync((unit, ct) => outbox.EnqueueAsync(unit, Queues.OrderToCash(Pair), message, ct, new OutboxSend { MessageId = id }), Ct);
        await UntilAsync($"{typeof(T).Name} was handled", async () => await database.ReadAsync((unit, ct) =>
            _app.Services.GetRequiredService<IInbox>().WasTakenAsync(unit, new Receipt(Queues.OrderToCash(Pair), id), ct), Ct));
    }

    /// <summary>The messages of a kind, once there are as many as expected.</summary>
    public async Task<IReadOnlyList<T>> ExpectAsync<T>(int count = 1)
    {
        await UntilAsync($"{count} × {typeof(T).Name} was sent", () => Task.FromResult(Sent.OfType<T>().Count() >= count));
        return [.. Sent.OfType<T>()];
    }

    /// <summary>Sends what an operator sends about a lane.</summary>
    public Task ResumeAsync(ResumeLane command) => _app.Services.GetRequiredService<IDatabase>().TransactAsync(
        (unit, ct) => _app.Services.GetRequiredService<IOutbox>().EnqueueAsync(unit, Queues.OrderToCash(Pair), command, ct), Ct);

    /// <summary>Looks whether a paused screening may go on.</summary>
    public Task FollowPauseAsync() => _app.Services.GetRequiredService<ScreeningPause>().FollowAsync(Pair, Ct);

    /// <summary>What looks again at orders when rules change, as a process that just started has it, with a clock of its own.</summary>
    public ScreeningAgain NewScreeningAgain(TimeProvider clock) => new(
        Screening, _app.Services.GetRequiredService<SagaPages<OrderSaga>>(), _app.Services.GetRequiredService<IDatabase>(), _app.Services.GetRequiredService<IOutbox>(), clock);

    public Task<OrderSaga> SagaAsync() => SagaAsync(Key);

    public async Task<OrderSaga> SagaAsync(OrderKey key) => await FindAsync(key) ?? throw new InvalidOperationException("There is no saga.");

    public async Task<OrderSaga?> FindAsync(OrderKey key) =>
        await ((ILoadSagaRepository<OrderSaga>)_app.Services.GetRequiredService<ISagaRepository<OrderSaga>>()).Load(key.SagaId());

    public Task UntilStateAsync(string state) => UntilAsync($"the saga is in {state}", async () => (await SagaAsync()).CurrentState == state);

    public async ValueTask DisposeAsync()
    {
        foreach (var queue in _queues) await queue.DisposeAsync();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _surroundings.DisposeAsync();
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private async Task RecordAsync(IQueueHost queues, string name, Action<IReceiveEndpointConfigurator> handlers) =>
        _queues.Add(await queues.ConnectAsync(new QueueDefinition { Name = name, Concurrency = 1 }, (endpoint, _) => handlers(endpoint), Ct));

    private void Keep<T>(IReceiveEndpointConfigurator endpoint) where T : class => endpoint.Handler<T>(context =>
    {
        Sent.Enqueue(context.Message);
        return Task.CompletedTask;
    });

    private static Task UntilAsync(string expectation, Func<Task<bool>> condition) => Eventually.TrueAsync(condition, expectation, everyMs: 10);
}
