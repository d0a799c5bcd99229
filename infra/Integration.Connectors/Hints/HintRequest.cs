using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Integration.Connectors.Hints;

/// <summary>Reads a hint's body: small, in one piece and soon, or not at all.</summary>
internal static class HintRequest
{
    /// <summary>The body; or null and the status that says why there is none.</summary>
    /// <param name="context">The request.</param>
    /// <param name="largest">Most bytes.</param>
    /// <param name="deadline">Longest time that it may take to come.</param>
    public static async Task<(byte[]? Body, int Refusal)> ReadAsync(HttpContext context, int largest, TimeSpan deadline)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = largest;
        if (context.Request.ContentLength > largest) return (null, StatusCodes.Status413PayloadTooLarge);
        try
        {
            var (body, refusal) = await ReadAsync(context.Request.BodyReader, largest, deadline, context.RequestAborted);
            // What is left of the body is not waited for.
            if (body is null) context.Response.Headers.Connection = "close";
            return (body, refusal);
        }
        catch (BadHttpRequestException bad)
        {
            return (null, bad.StatusCode);
        }
    }

    private static async Task<(byte[]? Body, int Refusal)> ReadAsync(PipeReader reader, int largest, TimeSpan deadline, CancellationToken aborted)
    {
        // Whoever sends a hint has it at hand; one that takes long only holds the connection. A cancelled token would be reported as a failure of ours.
        using var patience = new CancellationTokenSource(deadline);
        await using var late = patience.Token.Register(reader.CancelPendingRead);
        // The server's own buffer grows with what came, so that a connection that says nothing holds nothing.
        while (true)
        {
            var read = await reader.ReadAsync(aborted);
            var tooLarge = read.Buffer.Length > largest;
            var whole = read.IsCompleted && !tooLarge ? read.Buffer.ToArray() : null;
            reader.AdvanceTo(read.IsCompleted || tooLarge ? read.Buffer.End : read.Buffer.Start, read.Buffer.End);
            if (whole is not null) return (whole, 0);
            if (tooLarge) return (null, StatusCodes.Status413PayloadTooLarge);
            if (read.IsCanceled || patience.IsCancellationRequested) return (null, StatusCodes.Status408RequestTimeout);
        }
    }
}
