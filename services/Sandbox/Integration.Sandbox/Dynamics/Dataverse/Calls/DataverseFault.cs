using Integration.Sandbox.Dynamics.Dataverse.Schema;

namespace Integration.Sandbox.Dynamics.Dataverse.Calls;

/// <summary>A call that ends with an error: <c>{"error":{"code":"0x…","message":"…"}}</c>.</summary>
internal sealed class DataverseFault(int status, string code, string message) : Exception(message)
{
    public int Status { get; } = status;

    /// <summary>Code of the service; it does not follow from the status.</summary>
    public string Code { get; } = code;

    /// <summary>When to come back; null when nothing is said.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public static DataverseFault BadRequest(string code, string message) => new(400, code, message);

    public static DataverseFault Invalid(string message) => new(400, ErrorCode.InvalidArgument, message);

    /// <summary>What the reader of bodies says, in the words that the service wraps around it.</summary>
    public static DataverseFault Payload(TableSchema table, string reason) => new(
        400, ErrorCode.InvalidPayload,
        $"Error identified in Payload provided by the user for Entity :'{table.Set}', For more information on this error please follow this help link https://go.microsoft.com/fwlink/?linkid=2195293  ----> InnerException : {reason}.");

    public static DataverseFault NoProperty(string name, TableSchema table) =>
        new(400, ErrorCode.UnknownProperty, $"Could not find a property named '{name}' on type '{table.TypeName}'.");

    public static DataverseFault Query(string message) => new(400, ErrorCode.InvalidQuery, message);

    public static DataverseFault QuerySyntax() => new(400, ErrorCode.InvalidUri, "Bad Request - Error in query syntax.");

    public static DataverseFault NoSegment(string segment) => new(404, ErrorCode.InvalidUri, $"Resource not found for the segment '{segment}'.");

    public static DataverseFault NotFound(string table, Guid id) =>
        new(404, ErrorCode.ObjectDoesNotExist, $"Entity '{table}' With Id = {id} Does Not Exist");

    public static DataverseFault NotFoundByKey(TableSchema table) =>
        new(404, ErrorCode.RecordNotFoundByEntityKey, $"A record with the specified key values does not exist in {table.Name} entity");

    public static DataverseFault InvalidKey(TableSchema table) => new(
        400, ErrorCode.InvalidUri,
        $"The key in the request URI is not valid for resource '{table.TypeName}'. Ensure that the names and number of key properties match the declared or alternate key properties for the resource '{table.TypeName}'.");

    public static DataverseFault KeyTaken(string key, string columns) => new(
        412, ErrorCode.DuplicateRecordEntityKey,
        $"Entity Key {key} violated. A record with the same value for {columns} already exists. A duplicate record cannot be created. Select one or more unique values and try again.");

    public static DataverseFault Exists() => new(412, ErrorCode.DuplicateRecord, "A record with matching key values already exists.");

    public static DataverseFault VersionMismatch() =>
        new(412, ErrorCode.ConcurrencyVersionMismatch, "The version of the existing record doesn't match the RowVersion property provided.");

    public static DataverseFault NotPlayed(string what) => new(501, ErrorCode.NotSupported, $"The stand-in does not play {what}.");
}
