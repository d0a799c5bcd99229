using System.Globalization;
using System.Text;
using Integration.Sandbox.Dynamics.Dataverse.Records;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Integration.Sandbox.Dynamics.Dataverse.Calls;

/// <summary>
/// <c>POST $batch</c>: requests one after the other; a change set is one transaction, whose parts may refer to earlier ones by <c>$Content-ID</c>.
/// Without <c>odata.continue-on-error</c> the first error is the last answer.
/// </summary>
internal sealed class BatchCalls(Books books, Dispatcher dispatcher)
{
    private const int MostRequests = 1000;

    public async Task<ApiAnswer> HandleAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        var parts = await PartsAsync(request.Body, request.Headers.ContentType.ToString(), cancellationToken);
        var sets = new List<IReadOnlyList<BatchPart>>();
        foreach (var part in parts)
        {
            sets.Add(part.IsChangeSet ? await PartsAsync(part.Body, part.ContentType, cancellationToken) : [part]);
        }

        if (sets.Sum(set => set.Count) > MostRequests)
        {
            throw DataverseFault.Invalid($"The number of operations in the batch exceeds the limit of {MostRequests}.");
        }

        var boundary = $"batchresponse_{Guid.NewGuid()}";
        var text = new StringBuilder();
        foreach (var (part, set) in parts.Zip(sets))
        {
            var (written, isGood) = part.IsChangeSet ? await ChangeSetAsync(request, set) : await SingleAsync(request, set[0]);
            text.Append(CultureInfo.InvariantCulture, $"--{boundary}\r\n").Append(written);
            if (!isGood && !request.Preferences.ContinuesOnError)
            {
                break;
            }
        }

        text.Append(CultureInfo.InvariantCulture, $"--{boundary}--\r\n");
        return new ApiAnswer(200) { Text = text.ToString(), ContentType = $"multipart/mixed; boundary={boundary}" };
    }

    private async Task<(string Text, bool IsGood)> SingleAsync(ApiRequest batch, BatchPart part)
    {
        ApiAnswer answer;
        try
        {
            var request = part.Request(batch, new Dictionary<string, RecordAddress>());
            answer = request.Path.StartsWith("$batch", StringComparison.Ordinal) ? throw DataverseFault.Invalid("A batch cannot contain a batch.") : await dispatcher.HandleAsync(request);
        }
        catch (DataverseFault fault)
        {
            answer = ApiAnswer.Of(fault, batch.Preferences);
        }

        return (BatchText.Write(answer, part.ContentId), answer.Status < 400);
    }

    private async Task<(string Text, bool IsGood)> ChangeSetAsync(ApiRequest batch, IReadOnlyList<BatchPart> parts)
    {
        BatchPart? current = null;
        try
        {
            var answers = await books.RunAsync(
                transaction =>
                {
                    var references = new Dictionary<string, RecordAddress>(StringComparer.Ordinal);
                    return parts.Select(part =>
                    {
                        current = part;
                        return Run(transaction, part.Request(batch, references), part, references);
                    }).ToList();
                },
                CancellationToken.None);
            var boundary = $"changesetresponse_{Guid.NewGuid()}";
            var text = new StringBuilder($"Content-Type: multipart/mixed; boundary={boundary}\r\n\r\n");
            foreach (var (part, answer) in parts.Zip(answers))
            {
                text.Append(CultureInfo.InvariantCulture, $"--{boundary}\r\n").Append(BatchText.Write(answer(), part.ContentId));
            }

            return (text.Append(CultureInfo.InvariantCulture, $"--{boundary}--\r\n").ToString(), true);
        }
        catch (DataverseFault fault)
        {
            return (BatchText.Write(ApiAnswer.Of(fault, batch.Preferences), current?.ContentId), false);
        }
    }

    private Func<ApiAnswer> Run(Transaction transaction, ApiRequest request, BatchPart part, Dictionary<string, RecordAddress> references)
    {
        if (HttpMethods.IsGet(request.Method))
        {
            throw DataverseFault.Invalid("A change set cannot contain a GET request.");
        }

        var before = transaction.Staged.Select(change => change.Record.Id).ToHashSet();
        var answer = dispatcher.Run(transaction, request);
        if (part.ContentId is { } id && transaction.Staged.FirstOrDefault(change => change.Depth == 1 && !before.Contains(change.Record.Id) && request.Path.StartsWith(change.Record.Table.Set, StringComparison.Ordinal)) is { } made)
        {
            references[$"${id}"] = RecordAddress.Of(made.Record);
        }

        return answer;
    }

    private static async Task<List<BatchPart>> PartsAsync(byte[] body, string contentType, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(contentType, out var type) || !type.MediaType.Equals("multipart/mixed", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary).ToString() is not { Length: > 0 } boundary)
        {
            throw new DataverseFault(415, ErrorCode.InvalidPayload, "A batch must be multipart/mixed with a boundary.");
        }

        try
        {
            var parts = new List<BatchPart>();
            var reader = new MultipartReader(boundary, new MemoryStream(body));
            while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
            {
                using var content = new MemoryStream();
                await section.Body.CopyToAsync(content, cancellationToken);
                string? id = section.Headers is { } headers && headers.TryGetValue("Content-ID", out var given) ? given.ToString() : null;
                parts.Add(new BatchPart(section.ContentType ?? "", id, content.ToArray()));
            }

            return parts;
        }
        catch (IOException broken)
        {
            throw DataverseFault.BadRequest(ErrorCode.InvalidPayload, $"The batch cannot be read: {broken.Message}");
        }
    }
}
