namespace Integration.Dynamics.Dataverse.Protocol;

/// <summary>The error codes that decide something. Names and numbers are those of the SDK's public list (as in rnwood/Fake4Dataverse, ErrorCodes.cs) unless said otherwise.</summary>
internal static class ErrorCodes
{
    /// <summary>ObjectDoesNotExist: no record with this id.</summary>
    public const string ObjectDoesNotExist = "0x80040217";

    /// <summary>RecordNotFoundByEntityKey: no record with this key, whether addressed or bound.</summary>
    public const string RecordNotFoundByKey = "0x80060891";

    /// <summary>DuplicateRecord; also said as "A record with matching key values already exists" (microsoft/coe-starter-kit, issue 7141).</summary>
    public const string DuplicateRecord = "0x80040237";

    /// <summary>DuplicateRecordEntityKey: an alternate key is taken.</summary>
    public const string DuplicateKey = "0x80060892";

    /// <summary>ConcurrencyVersionMismatch: the record was changed since its entity tag was read.</summary>
    public const string VersionMismatch = "0x80060882";

    /// <summary>An address that cannot be understood: an unknown segment, or a key that is not there or not active (Microsoft's troubleshooting page of the Web API).</summary>
    public const string InvalidAddress = "0x8006088a";

    /// <summary>ExpiredVersionStamp: changes are no longer tracked so far back.</summary>
    public const string ExpiredVersionStamp = "0x80044352";

    /// <summary>SQL timeout (Microsoft, "Troubleshoot plug-ins": -2147204783, Execution Timeout Expired).</summary>
    public const string SqlTimeout = "0x80044151";
}
