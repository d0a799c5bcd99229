using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Integration.Sandbox.Dynamics.Finance.Calls;

/// <summary>Answers <c>$batch</c>: part by part in its order; a change set is stored whole, or answered with one error.</summary>
internal sealed class Batches(DataService service, FinanceSettings settings)
{
    /// <summary>Answers a batch.</summary>
    /// <param name="parts">Its parts.</param>
    /// <param name="goesOn">False: the parts behind the first that was refused are not carried out and not answered.</param>
    /// <param name="root">Address of the service.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The body and its content type.</returns>
    public async Task<(byte[] Body, string ContentType)> AnswerAsync(IReadOnlyList<BatchPart> parts, bool goesOn, string root, CancellationToken cancellationToken)
    {
        var boundary = $"batchresponse_{Guid.NewGuid()}";
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            text.Append(CultureInfo.InvariantCulture, $"--{boundary}\r\n");
            if (!(part.IsChangeSet ? await ChangeAsync(text, part, root, cancellationToken) : await CallAsync(text, part, root, cancellationToken)) && !goesOn)
            {
                break;
            }
        }

        text.Append(CultureInfo.InvariantCulture, $"--{boundary}--\r\n");
        return (Encoding.UTF8.GetBytes(text.ToString()), $"multipart/mixed; boundary={boundary}");
    }

    private async Task<bool> CallAsync(StringBuilder text, BatchPart part, string root, CancellationToken cancellationToken)
    {
        var (contentId, request) = part.Requests[0];
        var answer = await service.AnswerAsync(request, root, cancellationToken);
        Write(text, answer, contentId);
        return answer.Status < 400;
    }

    private async Task<bool> ChangeAsync(StringBuilder text, BatchPart part, string root, CancellationToken cancellationToken)
    {
        IReadOnlyList<DataAnswer> answers;
        try
        {
            answers = await service.WriteAsync(part.Requests, root, cancellationToken);
        }
        catch (FinanceFault fault)
        {
            Write(text, DataAnswer.Of(fault, settings), null);
            return false;
        }

        var boundary = $"changesetresponse_{Guid.NewGuid()}";
        text.Append(CultureInfo.InvariantCulture, $"Content-Type: multipart/mixed; boundary={boundary}\r\n\r\n");
        foreach (var (answer, request) in answers.Zip(part.Requests))
        {
            text.Append(CultureInfo.InvariantCulture, $"--{boundary}\r\n");
            Write(text, answer, request.ContentId);
        }

        text.Append(CultureInfo.InvariantCulture, $"--{boundary}--\r\n");
        return true;
    }

    private static void Write(StringBuilder text, DataAnswer answer, string? contentId)
    {
        text.Append("Content-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n");
        if (contentId is not null)
        {
            text.Append(CultureInfo.InvariantCulture, $"Content-ID: {contentId}\r\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"\r\nHTTP/1.1 {answer.Status} {ReasonPhrases.GetReasonPhrase(answer.Status)}\r\n");
        foreach (var (name, value) in Headers(answer))
        {
            text.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        }

        text.Append("\r\n").Append(Encoding.UTF8.GetString(answer.Body.Span)).Append("\r\n");
    }

    /// <summary>Headers of an answer.</summary>
    public static IEnumerable<(string Name, string Value)> Headers(DataAnswer answer)
    {
        yield return ("OData-Version", "4.0");
        if (!answer.Body.IsEmpty)
        {
            yield return ("Content-Type", answer.ContentType);
        }

        if (answer.Location is { } location)
        {
            yield return ("Location", location);
            if (answer.Status == 204)
            {
                yield return ("OData-EntityId", location);
            }
        }

        if (answer.ETag is { } tag)
        {
            yield return ("ETag", tag);
        }
    }
}
