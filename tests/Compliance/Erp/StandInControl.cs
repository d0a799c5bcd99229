using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Integration.Tests.Compliance.Erp;

/// <summary>The control paths of a stand-in, over which its people are played and its books are looked into.</summary>
/// <param name="address">The stand-in's address.</param>
internal sealed class StandInControl(Uri address) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = address };

    /// <summary>Plays people there, or changes settings.</summary>
    /// <exception cref="InvalidOperationException">It was refused.</exception>
    public async Task PostAsync(string name, object body)
    {
        using var content = new StringContent(JsonSerializer.Serialize(body));
        using var answer = await _http.PostAsync(new Uri($"/_sandbox/{name}", UriKind.Relative), content);
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>What a control path shows.</summary>
    public async Task<JsonObject> GetAsync(string name) => (await _http.GetFromJsonAsync<JsonObject>($"/_sandbox/{name}"))!;

    /// <summary>A part of the books, such as <c>orders</c>.</summary>
    public async Task<IEnumerable<JsonObject>> StateAsync(string part) => (await GetAsync("state"))[part]!.AsArray().Select(row => row!.AsObject());

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();
}
