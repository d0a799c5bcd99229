using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Integration.Sandbox.Acumatica.Records;
using Integration.Sandbox.Records;
using Integration.Sandbox.Storage;

namespace Integration.Sandbox.Acumatica.Push;

/// <summary>
/// Posts what a commit changed to each destination, at least once: up to five attempts, then it counts as failed.
/// Messages wait in memory, as those the ERP has not yet sent may be lost with it.
/// </summary>
internal sealed class PushNotifications : IAsyncDisposable
{
    private const int Attempts = 5;
    private const string Kind = "push";

    private readonly SandboxStore _store;
    private readonly string _tenant;
    private readonly ErpSettings _settings;
    private readonly TimeProvider _time;
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = TimeSpan.FromSeconds(10) };
    private readonly Channel<PushDelivery> _waiting = Channel.CreateUnbounded<PushDelivery>();
    private readonly CancellationTokenSource _end = new();
    private readonly Task _loop;
    private volatile IReadOnlyList<PushSubscription> _subscriptions;
    private int _sent;
    private int _failed;

    public PushNotifications(SandboxStore store, IReadOnlyList<PushSubscription> subscriptions, string tenant, ErpSettings settings, TimeProvider time)
    {
        _store = store;
        _subscriptions = subscriptions;
        _tenant = tenant;
        _settings = settings;
        _time = time;
        _loop = RunAsync();
    }

    public IReadOnlyList<PushSubscription> Subscriptions => _subscriptions;

    public int Sent => _sent;

    public int Failed => _failed;

    public static Task<IReadOnlyList<PushSubscription>> ReadAsync(SandboxStore store, CancellationToken cancellationToken) =>
        store.ReadAsync(unit => unit.All<PushSubscription>(Kind), cancellationToken);

    public async Task SubscribeAsync(PushSubscription subscription, CancellationToken cancellationToken)
    {
        var id = $"{subscription.Query}|{subscription.Url}";
        _subscriptions = await _store.WriteAsync(
            unit =>
            {
                unit.Put(Kind, id, subscription);
                return unit.All<PushSubscription>(Kind);
            },
            cancellationToken);
    }

    public async Task UnsubscribeAllAsync(CancellationToken cancellationToken)
    {
        await _store.WriteAsync(unit => unit.RemoveAll(Kind), cancellationToken);
        _subscriptions = [];
    }

    /// <summary>Queues the messages of one commit.</summary>
    public void Notify(IReadOnlyList<Committed<Row>> committed)
    {
        var transaction = Guid.NewGuid();
        foreach (var subscription in _subscriptions)
        {
            var entity = PushRows.Entity(subscription);
            var rows = committed.Where(change => change.Row.Schema.Name == entity && PushRows.IsKnown(entity)).ToList();
            if (rows.Count == 0)
            {
                continue;
            }

            var delivery = new PushDelivery(subscription, Body(subscription.Query, transaction, rows));
            _waiting.Writer.TryWrite(delivery);
            if (_settings.DuplicatePush)
            {
                _waiting.Writer.TryWrite(delivery);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _loop;
        _client.Dispose();
        _end.Dispose();
    }

    private string Body(string query, Guid transaction, List<Committed<Row>> rows) => new JsonObject
    {
        ["Inserted"] = new JsonArray([.. rows.Select(row => row.After).OfType<Row>().Select(PushRows.Write)]),
        ["Deleted"] = new JsonArray([.. rows.Select(row => row.Before).OfType<Row>().Select(PushRows.Write)]),
        ["Query"] = query,
        ["CompanyId"] = _tenant,
        ["Id"] = transaction.ToString(),
        ["TimeStamp"] = _time.GetUtcNow().Ticks,
        ["AdditionalInfo"] = new JsonObject { ["PXPerformanceInfoStartTime"] = _time.GetUtcNow().ToString("MM/dd/yyyy HH:mm:ss", CultureInfo.InvariantCulture) },
    }.ToJsonString();

    private async Task RunAsync()
    {
        try
        {
            await foreach (var delivery in _waiting.Reader.ReadAllAsync(_end.Token))
            {
                await DeliverAsync(delivery);
            }
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested)
        {
            // The stand-in ends.
        }
    }

    private async Task DeliverAsync(PushDelivery delivery)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            if (await PostAsync(delivery))
            {
                Interlocked.Increment(ref _sent);
                return;
            }

            if (attempt < Attempts)
            {
                await Task.Delay(_settings.PushRetry, _time, _end.Token);
            }
        }

        Interlocked.Increment(ref _failed);
    }

    private async Task<bool> PostAsync(PushDelivery delivery)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, delivery.Subscription.Url)
        {
            Content = new StringContent(delivery.Body, Encoding.UTF8, "application/json"),
        };
        if (delivery.Subscription.HeaderName is { Length: > 0 } name)
        {
            request.Headers.TryAddWithoutValidation(name, delivery.Subscription.HeaderValue);
        }

        try
        {
            using var response = await _client.SendAsync(request, _end.Token);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (TaskCanceledException) when (!_end.IsCancellationRequested)
        {
            return false;
        }
    }
}
