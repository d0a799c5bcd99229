using System.Security.Cryptography;

namespace Integration.Platform.Messaging;

/// <summary>A stable id for a body that carries none, so that storing it twice stores it once.</summary>
internal static class ContentId
{
    public static Guid Of(byte[] body) => new(SHA256.HashData(body).AsSpan(0, 16));
}
