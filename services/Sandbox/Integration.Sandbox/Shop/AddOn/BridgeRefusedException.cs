using Microsoft.AspNetCore.Http;

namespace Integration.Sandbox.Shop.AddOn;

/// <summary>The add-on refuses a call; nothing is done.</summary>
/// <param name="status">HTTP status.</param>
/// <param name="fieldName">The field that is meant, or null.</param>
/// <param name="message">What is wrong with it.</param>
internal sealed class BridgeRefusedException(int status, string? fieldName, string message) : Exception(message)
{
    public int Status => status;

    public string? Field => fieldName;

    public static BridgeRefusedException BadRequest(string? field, string message) => new(StatusCodes.Status400BadRequest, field, message);
}
