using System.Text;
using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Rest;
using Microsoft.AspNetCore.Http;

namespace Integration.Sandbox.Shop.AddOn;

/// <summary>Carries out a call whose sender may make it.</summary>
internal sealed class BridgeRequest(ShopDatabase database)
{
    public async Task<(int Status, JsonObject Body)> AnswerAsync(HttpRequest request, string name, bool mayWrite)
    {
        try
        {
            var reads = request.Method == HttpMethods.Get;
            if (!reads && !mayWrite)
            {
                throw new BridgeRefusedException(StatusCodes.Status403Forbidden, null, "This call needs the read/write key.");
            }

            var call = BridgeCalls.Find(request.Method, name);
            var query = new JsonObject();
            PhpParameters.Add(query, request.Query.SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value ?? ""))));
            var sent = new BridgeCall(query, await TextAsync(request));
            // PHP finishes a write even when the client has hung up. What the gateway sets by statements is not hinted to it.
            return (StatusCodes.Status200OK, reads
                ? await database.ReadAsync(shop => call(shop, sent), request.HttpContext.RequestAborted)
                : await database.WriteUnhintedAsync(shop => call(shop, sent), CancellationToken.None));
        }
        catch (BridgeRefusedException refused)
        {
            return (refused.Status, BridgeCalls.Refusal(refused));
        }
    }

    private static async Task<string> TextAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0)
        {
            if (body.Length + read > BridgeCalls.LongestBody)
            {
                throw new BridgeRefusedException(StatusCodes.Status413PayloadTooLarge, null, "The body is larger than 256 KB.");
            }

            body.Write(buffer, 0, read);
        }

        return Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length);
    }
}
