using Integration.Sandbox.Dynamics.Dataverse.Records;

namespace Integration.Sandbox.Dynamics.Dataverse.Calls;

/// <summary><c>If-Match</c> and <c>If-None-Match</c>.</summary>
internal static class Conditions
{
    /// <summary>True when a record must not be made.</summary>
    public static bool MustExist(ApiRequest request) => request.Headers.IfMatch.ToString().Length > 0;

    /// <summary>Refuses a change of a record that the caller does not want to change.</summary>
    public static void Check(ApiRequest request, Record found)
    {
        if (request.Headers.IfNoneMatch == "*")
        {
            throw DataverseFault.Exists();
        }

        if (request.Headers.IfMatch.ToString() is { Length: > 0 } match && match != "*" && match != found.ETag)
        {
            throw DataverseFault.VersionMismatch();
        }
    }

    /// <summary>True when the caller has the record as it is. Asking for annotations switches this off.</summary>
    public static bool IsUnchanged(ApiRequest request, Record found) => request.Preferences.Annotations.Count == 0 && request.Headers.IfNoneMatch == found.ETag;
}
