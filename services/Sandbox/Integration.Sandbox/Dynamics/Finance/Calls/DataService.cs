using Integration.Sandbox.Dynamics.Finance.OData;
using Integration.Sandbox.Dynamics.Finance.Records;

namespace Integration.Sandbox.Dynamics.Finance.Calls;

/// <summary>Answers calls below <c>/data/</c>, alone or several writes as one.</summary>
internal sealed class DataService(Books books, Reads reads, Writes writes, FinanceSettings settings)
{
    /// <summary>Answers one call; a refusal is an answer too.</summary>
    public async Task<DataAnswer> AnswerAsync(DataRequest request, string root, CancellationToken cancellationToken)
    {
        try
        {
            if (request.Path.Length == 0)
            {
                return new DataAnswer(200, ServiceDocument.Write(books.Metadata, root));
            }

            if (request.Path == "$metadata")
            {
                return new DataAnswer(200, books.Metadata.Document) { ContentType = "application/xml" };
            }

            var path = DataPath.Read(books.Metadata, request, root);
            return request.IsRead ? reads.Answer(path, request, root) : (await WriteAsync([(null, request)], root, cancellationToken))[0];
        }
        catch (FinanceFault fault)
        {
            return DataAnswer.Of(fault, settings);
        }
    }

    /// <summary>Carries writes out in one transaction.</summary>
    /// <param name="requests">The writes with their content IDs, in their order.</param>
    /// <param name="root">Address of the service.</param>
    /// <param name="cancellationToken">Gives up waiting for the turn.</param>
    /// <exception cref="FinanceFault">One of them was refused, and none is stored.</exception>
    public Task<IReadOnlyList<DataAnswer>> WriteAsync(IReadOnlyList<(string? ContentId, DataRequest Request)> requests, string root, CancellationToken cancellationToken) => books.SaveAsync<IReadOnlyList<DataAnswer>>(
        save =>
        {
            List<(DataPath Path, DataRequest Request, Row? Row)> written = [];
            var ids = new ContentIds(books.Metadata, settings);
            foreach (var (contentId, request) in requests)
            {
                var (path, owner) = ids.Read(request, root);
                var row = writes.Run(save, path, request, owner);
                ids.Add(contentId, path.Set, row);
                written.Add((path, request, row));
            }

            return written.ConvertAll(write => Answer(write.Path, write.Request, write.Row, root));
        },
        cancellationToken);

    private DataAnswer Answer(DataPath path, DataRequest request, Row? row, string root)
    {
        if (row is null || request.Method == "PATCH")
        {
            return new DataAnswer(204, default) { ETag = row is null ? null : RowWriter.ETag(path.Set, row) };
        }

        var address = $"{root}{path.Set.Name}({KeyAddress.Write(path.Set, row)})";
        var minimal = request.Prefer?.Contains("return=minimal", StringComparison.OrdinalIgnoreCase) == true;
        return new DataAnswer(minimal ? 204 : 201, minimal ? default : reads.Write(path.Set, row, new Query(), root)) { Location = address, ETag = RowWriter.ETag(path.Set, row) };
    }
}
