using System.Text.Json.Nodes;
using Integration.Sandbox.Dynamics.Dataverse.Records;
using Integration.Sandbox.Dynamics.Dataverse.Sales;
using Microsoft.AspNetCore.Http;

namespace Integration.Sandbox.Dynamics.Dataverse.Calls;

/// <summary>Leads a request to what answers it.</summary>
internal sealed class Dispatcher(
    Books books, Addresses addresses, RecordReads reads, RecordWrites writes, BulkMessages bulk, SalesActions actions, Metadata metadata, ServiceRoot root,
    DataverseSettings settings, TimeProvider time)
{
    /// <summary>Answers one request.</summary>
    /// <exception cref="DataverseFault">The error that it ends with.</exception>
    public async Task<ApiAnswer> HandleAsync(ApiRequest request)
    {
        if (HttpMethods.IsGet(request.Method))
        {
            await WaitAsync();
            return Read(request);
        }

        var write = Write(request);
        await WaitAsync();
        // A caller that hangs up does not stop the service from committing.
        var answer = await books.RunAsync(transaction => Begin(transaction, request, write), CancellationToken.None);
        return answer();
    }

    /// <summary>Runs one request inside a transaction that others share.</summary>
    public Func<ApiAnswer> Run(Transaction transaction, ApiRequest request) => Begin(transaction, request, Write(request));

    private static Func<ApiAnswer> Begin(Transaction transaction, ApiRequest request, Func<Transaction, Func<ApiAnswer>> write)
    {
        (transaction.User, transaction.Tag) = (request.User, request.Tag);
        return write(transaction);
    }

    private Task WaitAsync() => settings.Latency > TimeSpan.Zero ? Task.Delay(settings.Latency, time, CancellationToken.None) : Task.CompletedTask;

    private ApiAnswer Read(ApiRequest request)
    {
        var segments = Addresses.Segments(request.Path);
        switch (segments)
        {
            case []:
                return metadata.Document();
            case ["$metadata"]:
                return metadata.Csdl();
            case ["WhoAmI" or "WhoAmI()"]:
                return WhoAmI(request);
        }

        if (metadata.Definition(request, segments) is { } definition)
        {
            return definition;
        }

        if (segments is [var only])
        {
            return addresses.Read(only) is { } one ? reads.One(request, one)
                : books.Schema.FindSet(only) is { } table ? reads.List(request, table) : throw DataverseFault.NoSegment(only);
        }

        return segments is [var parent, var navigation] && addresses.Read(parent) is { } address
            ? address.Table.Children.TryGetValue(navigation, out var link) ? reads.Children(request, address, link) : throw DataverseFault.NoSegment(navigation)
            : throw DataverseFault.NoSegment(segments[^1]);
    }

    private Func<Transaction, Func<ApiAnswer>> Write(ApiRequest request)
    {
        var segments = Addresses.Segments(request.Path);
        return (request.Method, segments) switch
        {
            ("POST", [var only]) => books.Schema.FindSet(only) is { } table ? writes.Create(request, table) : actions.Find(request, only) ?? throw DataverseFault.NoSegment(only),
            ("POST", [var set, var message]) when books.Schema.FindSet(set) is { } table =>
                bulk.Find(request, table, message) ?? actions.FindBound(request, table, message) ?? throw DataverseFault.NoSegment(message),
            ("PATCH", [var only]) => writes.Upsert(request, Address(request, only)),
            ("DELETE", [var only]) => writes.Delete(request, Address(request, only)),
            _ => throw new DataverseFault(405, ErrorCode.InvalidUri, "The requested resource does not support http method '" + request.Method + "'."),
        };
    }

    private RecordAddress Address(ApiRequest request, string segment) =>
        request.References.TryGetValue(segment, out var earlier) ? earlier : addresses.Read(segment) ?? throw DataverseFault.NoSegment(segment);

    private ApiAnswer WhoAmI(ApiRequest request)
    {
        var organization = books.Table("organization").All()[0].Id;
        return ApiAnswer.Json(new JsonObject
        {
            ["@odata.context"] = $"{root.Address}$metadata#Microsoft.Dynamics.CRM.WhoAmIResponse", ["BusinessUnitId"] = BusinessUnit, ["UserId"] = request.User, ["OrganizationId"] = organization,
        });
    }

    /// <summary>The one business unit.</summary>
    public static Guid BusinessUnit { get; } = new("b0000000-0000-4000-8000-000000000001");
}
