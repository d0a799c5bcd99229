using System.Net.Http.Json;

namespace Integration.Run.Stack;

/// <summary>Enters our services into the settings of the sandbox shop's add-on and of the sandbox ERP, as their staff would.</summary>
internal static class SandboxHints
{
    public static async Task SetAsync(StackState stack, SandboxErp erp, CancellationToken ct)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };
        var settings = new Uri(stack.Shop, "_sandbox/hints");
        using var content = JsonContent.Create(new { url = new Uri(stack.Gateway, $"hints/{erp.Pair}"), secret = SandboxCredentials.HintSecret });
        // The sandbox reads bodies with a length only.
        await content.LoadIntoBufferAsync(ct);
        using var answer = stack.AddOn ? await http.PostAsync(settings, content, ct) : await http.DeleteAsync(settings, ct);
        answer.EnsureSuccessStatusCode();
        await erp.SetPushAsync(http, stack, ct);
    }
}
