using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Integration.Run.Demo;

/// <summary>The control paths of a sandbox, over HTTP: it may run in another process.</summary>
internal sealed class DemoSandbox(HttpClient http, Uri address)
{
    public async Task<JsonObject> StateAsync(CancellationToken ct) =>
        await http.GetFromJsonAsync<JsonObject>(new Uri(address, "_sandbox/state"), ct) ?? throw new JsonException("The sandbox sent no state.");

    /// <summary>One of its other lists: <c>stock</c> or <c>items</c> of the ERP.</summary>
    public async Task<JsonObject> ListAsync(string name, CancellationToken ct) =>
        await http.GetFromJsonAsync<JsonObject>(new Uri(address, $"_sandbox/{name}"), ct) ?? throw new JsonException($"The sandbox sent no {name}.");

    /// <param name="path">Below its address, or the address of another sandbox.</param>
    /// <param name="body">The wish.</param>
    /// <param name="ct">Ends it.</param>
    public async Task<JsonNode?> PostAsync(string path, JsonNode? body, CancellationToken ct)
    {
        using var content = new StringContent(body?.ToJsonString() ?? "", System.Text.Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(new Uri(address, path), content, ct);
        var text = await answer.Content.ReadAsStringAsync(ct);
        return answer.IsSuccessStatusCode
            ? text.Length == 0 ? null : JsonNode.Parse(text)
            : throw new HttpRequestException($"The sandbox refused {path}: {(int)answer.StatusCode} {text}");
    }
}
