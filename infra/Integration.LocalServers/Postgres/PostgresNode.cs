using System.Security.Cryptography;
using System.Text;

namespace Integration.LocalServers.Postgres;

/// <summary>Port and superuser of one private PostgreSQL; kept in its folder.</summary>
internal sealed record PostgresNode(int Port, string Superuser, string Password)
{
    public static PostgresNode Create() => new(LoopbackPorts.Free(1)[0], "administrator", SavedState.NewPassword());

    /// <summary>A role's password follows from the superuser's: every start of ours knows it and none is stored.</summary>
    public string PasswordOf(string role) => role == Superuser
        ? Password
        : Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Password), Encoding.UTF8.GetBytes(role)))[..48];
}
