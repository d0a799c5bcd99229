using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Integration.Connectors;
using Integration.Connectors.DryRuns;
using Integration.Connectors.Pairs;
using Integration.Contracts.Serialization;
using Integration.Platform.Hosting;
using Integration.Run.Pairs;
using Integration.Run.Stack;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Integration.Run.DryRuns;

/// <summary>Orders for dry runs: from the running gateway; when nothing runs, from the shop itself and the embedded database of the data folder.</summary>
internal sealed class OrderSupply(StackOptions stack, PairDefinition pair, PairConnectors connectors, string secrets)
{
    private const string NothingRuns =
        "Nothing runs here, and there is no embedded database with recorded orders: start it with ./run and the same options.";

    /// <summary>One order, by number or the shop's id.</summary>
    public async Task<OrderAnswer> ReadAsync(string order, CancellationToken ct)
    {
        if (await AskAsync("read", new JsonObject { ["pair"] = pair.Name, ["order"] = order }, ct) is { } answer) return answer;
        await using var local = OpenLocal();
        var read = await DryRunOrders.ReadAsync(pair, order, connectors.Storefront(pair), local?.GetRequiredService<OrderSnapshots>(), ct);
        return local is not null || read.Orders.Count > 0 ? read : read with { Notes = [.. read.Notes, NothingRuns] };
    }

    /// <summary>Recorded orders, the newest first.</summary>
    public async Task<IReadOnlyList<ReadOrder>> RecordedAsync(int last, DateTimeOffset? since, CancellationToken ct)
    {
        var question = new JsonObject { ["pair"] = pair.Name, ["last"] = last };
        if (since is { } moment) question["since"] = moment;
        if (await AskAsync("recorded", question, ct) is { } answer) return answer.Orders;
        await using var local = OpenLocal() ?? throw new StackException(NothingRuns);
        return await local.GetRequiredService<OrderSnapshots>().NewestAsync(pair.Name, last, since, ct);
    }

    private async Task<OrderAnswer?> AskAsync(string what, JsonObject question, CancellationToken ct)
    {
        if (await StackState.FindRunningAsync(stack.DataFolder, ct) is not { } running) return null;
        using var http = new HttpClient { Timeout = TimeSpan.FromMinutes(2) };
        http.DefaultRequestHeaders.Add("X-Operator", Uri.EscapeDataString(Environment.UserName));
        using var answer = await http.PostAsJsonAsync(new Uri(running.Gateway, $"internal/orders/{what}"), question, ct);
        // The stack that runs does not serve this pair.
        if (answer.StatusCode == HttpStatusCode.NotFound) return null;
        if (!answer.IsSuccessStatusCode)
        {
            throw new StackException($"The gateway answered {(int)answer.StatusCode}: {(await answer.Content.ReadFromJsonAsync<JsonObject>(ct))?["detail"]}");
        }

        return await answer.Content.ReadFromJsonAsync<OrderAnswer>(ContractsJson.Options, ct);
    }

    /// <summary>The embedded database, opened beside nobody; null when there is none. Nothing in it is changed.</summary>
    private ServiceProvider? OpenLocal()
    {
        if (!stack.IsEmbedded || !File.Exists(Path.Combine(stack.DataFolder, "integration.db"))) return null;
        var builder = ServiceHost.CreateBuilder([$"--Platform:DataFolder={stack.DataFolder}", $"--Secrets:Folder={Path.GetFullPath(secrets)}", $"--Pairs:Folder={stack.DataFolder}"], "command");
        builder.Logging.ClearProviders();
        builder.Services.AddConnectors(builder.Configuration);
        return builder.Services.BuildServiceProvider();
    }
}
