using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Sandbox.Acumatica.Sessions;
using Microsoft.AspNetCore.Http;

namespace Integration.Sandbox.Acumatica.Calls;

/// <summary>What every call to <c>/entity</c> goes through: its session's turn, the latency set, and the shape of errors.</summary>
internal sealed class CallPipeline(ErpSettings settings, Seats seats, TimeProvider time)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Runs a call and turns a fault into its answer.</summary>
    public static async Task AnswerAsync(HttpContext context, Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (ErpFault fault)
        {
            await WriteAsync(context, fault.Status, fault.Body);
        }
    }

    public static Task WriteAsync(HttpContext context, int status, JsonNode body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.WriteAsync(body.ToJsonString(Json), context.RequestAborted);
    }

    /// <summary>The JSON body of a request.</summary>
    /// <exception cref="ErpFault">400 when it is empty or not an object, 415 when it is declared as something else.</exception>
    public static async Task<JsonElement> BodyAsync(HttpContext context)
    {
        using var text = new MemoryStream();
        await context.Request.Body.CopyToAsync(text, context.RequestAborted);
        if (text.Length == 0)
        {
            throw ErpFault.BadRequest("", "The request body should not be empty.");
        }

        if (!context.Request.HasJsonContentType())
        {
            throw new ErpFault(415, new JsonObject { ["message"] = "The request entity's media type is not supported for this resource." });
        }

        try
        {
            using var document = JsonDocument.Parse(text.ToArray());
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document.RootElement.Clone() : throw ErpFault.BadRequest("entity", "A JSON object is expected.");
        }
        catch (JsonException broken)
        {
            throw ErpFault.BadRequest("entity", broken.Message);
        }
    }

    /// <summary>Waits for the session's turn, then runs the call; one at a time.</summary>
    public async Task InTurnAsync(Session session, HttpContext context, Func<Task> call)
    {
        seats.Enter(session);
        try
        {
            await session.Turn.WaitAsync(context.RequestAborted);
            try
            {
                if (settings.Latency > TimeSpan.Zero)
                {
                    // The server does not notice that a caller hung up: it goes on and saves.
                    await Task.Delay(settings.Latency, time, CancellationToken.None);
                }

                await call();
            }
            finally
            {
                session.Turn.Release();
            }
        }
        finally
        {
            seats.Leave(session);
        }
    }
}
