using System.Net.Http.Json;

namespace Integration.Run.Stack;

/// <summary>Registers webhooks in the sandbox Dataverse, as people do in the Plug-in Registration Tool.</summary>
internal static class DataverseWebhooks
{
    /// <summary>Has Dataverse tell the adapter what changes while the shop sends hints, and not otherwise; what an earlier start registered goes.</summary>
    public static async Task SetAsync(HttpClient http, Uri dataverse, StackState stack, IReadOnlyList<DataverseWebhook> webhooks, CancellationToken ct)
    {
        var settings = new Uri(dataverse, "_sandbox/webhooks");
        using (var answer = await http.DeleteAsync(settings, ct)) answer.EnsureSuccessStatusCode();
        foreach (var webhook in stack.AddOn ? webhooks : [])
        {
            using var content = JsonContent.Create(new
            {
                url = new Uri(stack.Adapter, "push/sandbox-erp"), webhook.Entity, webhook.Messages, webhook.Columns, webhook.Image,
                headerName = "Integration-Push-Secret", headerValue = SandboxCredentials.PushSecret,
            });
            // The sandbox reads bodies with a length only.
            await content.LoadIntoBufferAsync(ct);
            using var answer = await http.PostAsync(settings, content, ct);
            answer.EnsureSuccessStatusCode();
        }
    }
}
