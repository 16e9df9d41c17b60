namespace Platform.Drawing.Animations;

/// <summary>What a mascot can do; the names are those of the API, in lower case there.</summary>
public enum MascotAction
{
    Wave,
    Celebrate,
    Think,
    Sleep,
    Sad,
    Exercise,
    Backflip,
    Dance,
    Jump,
    Idle,
}
