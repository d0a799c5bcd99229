namespace Integration.Sandbox.Dynamics.Dataverse.Calls;

/// <summary>Error codes of the service, as the Web API writes them. Where they come from is told in <c>docs/sandbox-dataverse.md</c>.</summary>
internal static class ErrorCode
{
    public const string RequestsExceeded = "0x80072322";
    public const string TimeExceeded = "0x80072321";
    public const string ConcurrencyExceeded = "0x80072326";
    public const string ConcurrencyVersionMismatch = "0x80060882";
    public const string DuplicateRecord = "0x80040237";
    public const string DuplicateRecordEntityKey = "0x80060892";
    public const string DuplicateRecordsFound = "0x80040333";
    public const string RecordNotFoundByEntityKey = "0x80060891";
    public const string ObjectDoesNotExist = "0x80040217";
    public const string PrivilegeDenied = "0x80040220";
    public const string UnExpected = "0x80040216";
    public const string MissingPriceLevelId = "0x80043b12";
    public const string MissingProductId = "0x80043b11";
    public const string MissingUomId = "0x80043b0d";
    public const string ProductInvalidUnit = "0x80043b14";
    public const string RecordAndPricelistCurrencyNotEqual = "0x80048cf6";
    public const string DuplicateProductPriceLevel = "0x80043b08";
    public const string AccessTokenExpired = "0x8005f101";
    public const string InvalidPriceLevelCurrencyForPricingMethod = "0x80048cf9";
    public const string InvalidStateTransition = "0x8004f00e";
    public const string CannotAddPricelistToProductFamily = "0x8004f902";
    public const string CannotAddRetiredProductToPricelist = "0x80061009";

    /// <summary>The address or its key cannot be understood.</summary>
    public const string InvalidUri = "0x8006088a";

    /// <summary>The body cannot be understood.</summary>
    public const string InvalidPayload = "0x80048d19";

    /// <summary>A property asked for is not there.</summary>
    public const string UnknownProperty = "0x0";

    /// <summary>Something in the query cannot be understood or is not supported.</summary>
    public const string InvalidQuery = "0x80060888";

    public const string InvalidArgument = "0x80040203";
    public const string TextTooLong = "0x80044331";
    public const string ValueOutOfRange = "0x80044330";
    public const string OptionOutOfRange = "0x8004431a";
    public const string InvalidStateCodeStatusCode = "0x80048408";
    public const string ExpiredVersionStamp = "0x80044352";
    public const string CannotDeleteDueToAssociation = "0x80040227";
    public const string NotMember = "0x80072560";
    public const string UserDisabled = "0x80040225";
    public const string NotSupported = "0x80040800";

    /// <summary>An extension refused the write.</summary>
    public const string IsvAborted = "0x80040265";
}
