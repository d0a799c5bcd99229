using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Integration.Run.Demo.Day;

/// <summary>Has the platform compare both sides afresh, over the operations API.</summary>
internal sealed class DayReconciliation(HttpClient http, Uri console, string pair)
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(500);

    /// <summary>Starts one; its id.</summary>
    public async Task<string> StartAsync(CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(console, "api/reconciliations")) { Content = JsonContent.Create(new { pair }) };
        request.Headers.Add("X-Operator", "demo");
        using var answer = await http.SendAsync(request, ct);
        var report = await answer.Content.ReadFromJsonAsync<JsonObject>(ct);
        return answer.IsSuccessStatusCode ? report!["id"]!.ToString() : throw new HttpRequestException($"The reconciliation was refused: {report}");
    }

    /// <summary>Waits until it is through.</summary>
    public async Task<ReconciliationFigures> ResultAsync(string id, CancellationToken ct)
    {
        while (true)
        {
            var report = await http.GetFromJsonAsync<JsonObject>(new Uri(console, $"api/reconciliations/{id}"), ct);
            switch (report!["state"]!.ToString())
            {
                case "done":
                    return new ReconciliationFigures
                    {
                        Checked = Of("checked"), Found = Of("found"), Healed = Of("healed"), Remaining = Of("remaining"), FalseAlarms = Of("falseAlarms"),
                    };
                case "failed" or "cancelled":
                    throw new Stack.StackException($"The reconciliation ended without a result: {report["note"]}");
                default:
                    await Task.Delay(Poll, ct);
                    continue;
            }

            int Of(string figure) => report[figure]!.GetValue<int>();
        }
    }
}
