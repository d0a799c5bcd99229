using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Integration.Connectors.Hints;

/// <summary>Reads a hint's body: small, in one piece and soon, or not at all.</summary>
internal static class HintRequest
{
    /// <summary>The body; or null and the status that says why there is none.</summary>
    public static async Task<(byte[]? Body, int Refusal)> ReadAsync(HttpContext context, TimeSpan deadline)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = HintBody.Largest;
        if (context.Request.ContentLength > HintBody.Largest) return (null, StatusCodes.Status413PayloadTooLarge);
        // Whoever sends a hint has it at hand; one that takes long only holds the connection.
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        patience.CancelAfter(deadline);
        try
        {
            return await ReadAsync(context.Request, patience.Token) is { } body ? (body, 0) : (null, StatusCodes.Status413PayloadTooLarge);
        }
        catch (BadHttpRequestException bad)
        {
            return (null, bad.StatusCode);
        }
        catch (OperationCanceledException) when (!context.RequestAborted.IsCancellationRequested)
        {
            // What is left of the body is not waited for.
            context.Response.Headers.Connection = "close";
            return (null, StatusCodes.Status408RequestTimeout);
        }
    }

    private static async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        // The server's own buffer grows with what came, so that a connection that says nothing holds nothing.
        while (true)
        {
            var read = await request.BodyReader.ReadAsync(ct);
            var (whole, tooLarge) = (read.IsCompleted, read.Buffer.Length > HintBody.Largest);
            var body = whole && !tooLarge ? read.Buffer.ToArray() : null;
            request.BodyReader.AdvanceTo(whole || tooLarge ? read.Buffer.End : read.Buffer.Start, read.Buffer.End);
            if (whole || tooLarge) return body;
        }
    }
}
