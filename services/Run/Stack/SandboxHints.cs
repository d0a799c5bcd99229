using System.Net.Http.Json;

namespace Integration.Run.Stack;

/// <summary>Enters the gateway into the settings of the sandbox shop's add-on, as a shop's staff would.</summary>
internal static class SandboxHints
{
    public static async Task SetAsync(StackState stack, CancellationToken ct)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };
        var settings = new Uri(stack.Shop, "_sandbox/hints");
        using var content = JsonContent.Create(new { url = new Uri(stack.Gateway, $"hints/{SandboxPairFile.Pair}"), secret = SandboxCredentials.HintSecret });
        // The sandbox reads bodies with a length only.
        await content.LoadIntoBufferAsync(ct);
        using var answer = stack.AddOn ? await http.PostAsync(settings, content, ct) : await http.DeleteAsync(settings, ct);
        answer.EnsureSuccessStatusCode();
    }
}
