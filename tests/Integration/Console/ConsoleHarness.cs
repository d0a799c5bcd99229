using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using Integration.Console;
using Integration.Contracts.Routing;
using Integration.Contracts.Serialization;
using Integration.Platform.Database;
using Integration.Platform.Hosting;
using Integration.Platform.Messaging;
using Integration.Tests.Integration.Platform;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Integration.Tests.Integration.Console;

/// <summary>The console as a service of its own: messages go in through its queue, people come in over HTTP.</summary>
internal sealed class ConsoleHarness : IAsyncDisposable
{
    public const string Pair = "shop-erp";
    private readonly WebApplication _app;
    private readonly List<IQueueHandle> _queues = [];

    private ConsoleHarness(WebApplication app, HttpClient http) => (_app, Http) = (app, http);

    /// <summary>Sends <c>X-Operator: Ada</c> unless a test takes it off.</summary>
    public HttpClient Http { get; }

    public ConcurrentQueue<object> Sent { get; } = new();

    public IDatabase Database => Get<IDatabase>();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<ConsoleHarness> StartAsync(IDictionary<string, string?> settings)
    {
        var app = Build(settings);
        await app.StartAsync(Ct);
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        var http = new HttpClient { BaseAddress = new Uri(address) };
        http.DefaultRequestHeaders.Add("X-Operator", "Ada");
        return new ConsoleHarness(app, http);
    }

    public static WebApplication Build(IDictionary<string, string?> settings)
    {
        var urls = settings.ContainsKey("Urls") ? [] : new[] { "--Urls=http://127.0.0.1:0" };
        var builder = ServiceHost.CreateBuilder([.. urls, .. settings.Select(setting => $"--{setting.Key}={setting.Value}")], "console-test");
        builder.Logging.ClearProviders();
        builder.Logging.AddProvider(new TestLog());
        builder.Services.AddConsole(builder.Configuration);
        return ServiceHost.Build(builder);
    }

    public T Get<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>Sends messages as the services do and waits until the console has taken them all, one after the other.</summary>
    public async Task ReportAsync(params object[] messages)
    {
        foreach (var message in messages)
        {
            var receipt = new Receipt(Queues.Console, Guid.NewGuid());
            await Database.TransactAsync((unit, ct) => Get<IOutbox>().EnqueueAsync(unit, Queues.Console, message, ct, new OutboxSend { MessageId = receipt.MessageId }), Ct);
            await Eventually.TrueAsync(() => Database.ReadAsync((unit, ct) => Get<IInbox>().WasTakenAsync(unit, receipt, ct), Ct), $"{message.GetType().Name} taken");
        }
    }

    /// <summary>Keeps what is sent to a queue of another service.</summary>
    public async Task ListenAsync<T>(string queue) where T : class => _queues.Add(await Get<IQueueHost>().ConnectAsync(
        new QueueDefinition { Name = queue, Concurrency = 1 },
        (endpoint, _) => endpoint.Handler<T>(context =>
        {
            Sent.Enqueue(context.Message);
            return Task.CompletedTask;
        }),
        Ct));

    public async Task<IReadOnlyList<T>> ExpectAsync<T>(int count)
    {
        await Eventually.TrueAsync(() => Sent.OfType<T>().Count() >= count, $"{count} {typeof(T).Name}");
        return [.. Sent.OfType<T>()];
    }

    /// <summary>What waits in the outbox for a queue that nobody serves, in the order of sending.</summary>
    public Task<IReadOnlyList<WaitingMessage>> WaitingAsync(string queue) => Database.ReadAsync((unit, ct) => unit.ListAsync<WaitingMessage>(
        """select message_type as "Type", body as "Body" from outbox where queue = @queue order by id""", new { queue }, ct), Ct);

    public async Task<JsonElement> GetAsync(string path)
    {
        using var answer = await Http.GetAsync(new Uri(path, UriKind.Relative), Ct);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync(Ct)}");
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Ct);
    }

    public Task<HttpResponseMessage> PostAsync(string path, object body) => Http.PostAsJsonAsync(path, body, ContractsJson.Options, Ct);

    /// <summary>The entries of the attention list, with its query.</summary>
    public async Task<IReadOnlyList<JsonElement>> AttentionAsync(string query = "") => [.. (await GetAsync($"/api/attention{query}")).EnumerateArray()];

    public async Task<JsonElement> OnlyAttentionAsync(string query = "") => Assert.Single(await AttentionAsync(query));

    public async ValueTask DisposeAsync()
    {
        foreach (var queue in _queues) await queue.DisposeAsync();
        Http.Dispose();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }
}
