namespace Platform.Drawing.Animations;

/// <summary>The names of parts that choreographies move. A character that lacks one moves without it.</summary>
internal static class Names
{
    public const string Stage = "stage";
    public const string Shadow = "shadow";
    public const string Figure = "figure";
    public const string Mascot = "mascot";
    public const string Body = "body";
    public const string Head = "head";
    public const string ArmLeft = "arm-left";
    public const string ArmRight = "arm-right";
    public const string LegLeft = "leg-left";
    public const string LegRight = "leg-right";
    public const string EarLeft = "ear-left";
    public const string EarRight = "ear-right";
    public const string Tail = "tail";
    public const string Eyes = "eyes";
    public const string Pupils = "pupils";

    /// <summary>One of these is visible at a time.</summary>
    public static readonly string[] AllEyes = [Eyes, "eyes-closed", "eyes-happy"];

    /// <summary>One of these is visible at a time.</summary>
    public static readonly string[] AllMouths = ["mouth", "mouth-open", "mouth-smile", "mouth-sad"];
}
