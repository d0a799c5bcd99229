using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Integration.Connectors;
using Integration.Connectors.Lanes.Orders;
using Integration.Connectors.Ports;
using Integration.Contracts.Erp;
using Integration.Contracts.Operations;
using Integration.Contracts.OrderToCash;
using Integration.Contracts.Routing;
using Integration.Contracts.Storefront;
using Integration.Platform.Database;
using Integration.Platform.Hosting;
using Integration.Platform.Messaging;
using Integration.Tests.Compliance.Connectors.Support;
using Integration.Tests.Servers;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Integration.Tests.Compliance.Connectors.Hosted;

/// <summary>A whole process with both halves of all lanes, a shop and an ERP in memory, and a stand-in for the saga that lets every order pass.</summary>
internal sealed class HostedLanes : IAsyncDisposable
{
    private readonly string _data = TestSettings.NewFolder("hosted");
    private readonly List<Func<ValueTask>> _cleanup = [];
    private readonly WebApplication _app;
    private readonly JsonObject _documents = [];
    private Action<JsonObject>? _change;

    private HostedLanes(Dictionary<string, string?> settings, Action<HostedLanes>? prepare)
    {
        WritePair();
        prepare?.Invoke(this);
        settings["Platform:DataFolder"] = _data;
        settings["Pairs:Folder"] = Folder.Path;
        settings["Messaging:RelayPoll"] = "00:00:00.100";
        settings["Secrets:Values:shop-hints"] = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
        settings["Secrets:Values:erp-push"] = "push-secret";
        var builder = ServiceHost.CreateBuilder([.. settings.Select(setting => $"--{setting.Key}={setting.Value}")], "test");
        builder.Logging.ClearProviders();
        builder.Services.AddConnectors(builder.Configuration);
        builder.Services.AddSingleton<IOrderMapping>(Mapping);
        builder.Services.AddSingleton<IConnectorFactory>(new FakeFactory("fake-shop", Shop)).AddSingleton<IConnectorFactory>(new FakeFactory("fake-erp", Erp));
        _app = ServiceHost.Build(builder);
    }

    public FakeShop Shop { get; } = new();
    public FakeErp Erp { get; } = new();
    public PairFolder Folder { get; } = new();
    public PlainMapping Mapping { get; } = new();
    public ConcurrentQueue<object> Told { get; } = new();
    public Uri Address => new(_app.Urls.First());
    public IDatabase Database => _app.Services.GetRequiredService<IDatabase>();

    public static async Task<HostedLanes> StartAsync(BrokerFixture? brokers, PostgresFixture? databases, CancellationToken ct, Action<HostedLanes>? prepare = null)
    {
        var settings = new Dictionary<string, string?>();
        var cleanup = new List<Func<ValueTask>>();
        if (brokers is not null)
        {
            var host = await brokers.FreshVirtualHostAsync(ct);
            cleanup.Add(host.DisposeAsync);
            settings["Messaging:Transport"] = "rabbitmq";
            settings["Messaging:Uri"] = host.Amqp.ToString();
        }

        if (databases is not null)
        {
            var test = await databases.FreshDatabaseAsync(ct);
            cleanup.Add(test.DisposeAsync);
            settings["Database:Provider"] = "postgres";
            settings["Database:ConnectionString"] = test.ConnectionString;
            settings["Database:Schema"] = "service";
        }

        var lanes = new HostedLanes(settings, prepare);
        lanes._cleanup.AddRange(cleanup);
        await lanes._app.StartAsync(ct);
        await lanes.ListenAsync(ct);
        return lanes;
    }

    /// <summary>Writes a document of the pair, and names it in the pair file.</summary>
    public void Publish(string name, string text)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Folder.Path, "documents"));
        File.WriteAllText(Path.Combine(folder.FullName, $"{name}.json"), text);
        _documents[name] = $"documents/{name}.json";
        WritePair();
    }

    public IReadOnlyList<T> All<T>() => [.. Told.OfType<T>()];

    public Task SendAsync<T>(string queue, T message, CancellationToken ct) where T : class => Database.TransactAsync(
        (unit, token) => _app.Services.GetRequiredService<IOutbox>().EnqueueAsync(unit, queue, message, token), ct);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        foreach (var clean in _cleanup) await clean();
        Folder.Dispose();
        Directory.Delete(_data, recursive: true);
    }

    /// <summary>Writes more into the pair file.</summary>
    public void Change(Action<JsonObject> change)
    {
        _change = change;
        WritePair();
    }

    private void WritePair() => Folder.Write(change: json =>
    {
        _change?.Invoke(json);
        json["sweeps"] = new JsonObject { ["every"] = "PT0.2S", ["overlap"] = "PT3M" };
        if (_documents.Count > 0) json["documents"] = _documents.DeepClone();
    });

    private async Task ListenAsync(CancellationToken ct)
    {
        var queues = _app.Services.GetRequiredService<IQueueHost>();
        await queues.ConnectAsync(new QueueDefinition { Name = Queues.Console }, (endpoint, _) =>
        {
            Keep<ActivityRecorded>(endpoint);
            Keep<AttentionRaised>(endpoint);
            Keep<AttentionCleared>(endpoint);
            Keep<ConnectionReported>(endpoint);
            Keep<LaneReported>(endpoint);
            Keep<PairCorrected>(endpoint);
            Keep<BackfillReported>(endpoint);
        }, ct);
        await queues.ConnectAsync(new QueueDefinition { Name = Queues.OrderToCash("shop-erp") }, (endpoint, _) =>
        {
            Keep<OrderPlaced>(endpoint, (placed, send) => send(Queues.OrdersSubmit("shop-erp"), new SubmitSalesOrder(placed.Key, placed.Order, 1)));
            Keep<SalesOrderAccepted>(endpoint, (accepted, send) => send(Queues.OrdersStatus("shop-erp"),
                new WriteErpNumber(accepted.Key, accepted.Reference, accepted.ErpOrder.Number)));
            Keep<StorefrontOrderUpdated>(endpoint);
            Keep<SalesOrderRejected>(endpoint);
            Keep<OrderChanged>(endpoint);
            Keep<ShipmentPosted>(endpoint);
            Keep<OrderChangedInErp>(endpoint);
            Keep<PaymentRefused>(endpoint);
            Keep<PaymentPosted>(endpoint);
        }, ct);
    }

    private void Keep<T>(IReceiveEndpointConfigurator endpoint, Action<T, Action<string, object>>? next = null) where T : class =>
        endpoint.Handler<T>(async context =>
        {
            var outbox = _app.Services.GetRequiredService<IOutbox>();
            var inbox = _app.Services.GetRequiredService<IInbox>();
            var follow = new List<(string Queue, object Message)>();
            next?.Invoke(context.Message, (queue, message) => follow.Add((queue, message)));
            await Database.TransactAsync(async (unit, ct) =>
            {
                if (!await inbox.TakeAsync(unit, Receipt.From(context), ct)) return;
                foreach (var (queue, message) in follow)
                {
                    if (message is SubmitSalesOrder submit) await outbox.EnqueueAsync(unit, queue, submit, ct);
                    else if (message is WriteErpNumber number) await outbox.EnqueueAsync(unit, queue, number, ct);
                }

                unit.AfterCommit(() => Told.Enqueue(context.Message));
            }, context.CancellationToken);
        });
}
